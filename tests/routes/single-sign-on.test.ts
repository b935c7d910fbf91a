import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#app/domain/access/actor.ts';
import { createSingleSignOn } from '#app/sign-in/single-sign-on.ts';
import { deactivateStaff } from '#app/use-cases/staff/deactivate-staff.ts';
import { inviteStaff } from '#app/use-cases/staff/invite-staff.ts';
import { renewLink } from '#app/use-cases/staff/renew-link.ts';
import { listIdentities } from '#db/queries/sign-in/identities.ts';
import { insertIdentity } from '#db/stores/sign-in/identities.ts';
import { givenAccount, givenSecondFactor, PASSWORD, phoneCode } from '#tests/support/accounts.ts';
import { cookiesAfter, visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { CALLBACK, type IdentityProvider, startProvider, withProvider } from '#tests/support/identity-provider.ts';
import { startLyingProvider } from '#tests/support/lying-provider.ts';
import { unansweredPort } from '#tests/support/mail-server.ts';
import { givenStaff } from '#tests/support/world.ts';

let provider: IdentityProvider;
let liar: Awaited<ReturnType<typeof startLyingProvider>>;

beforeAll(async () => {
	[provider, liar] = await Promise.all([startProvider(), startLyingProvider()]);
});
afterAll(() => Promise.all([provider?.close(), liar?.close()]));

/** An account that is linked to the provider’s subject of the same name. */
async function linked(subject: string, roles: readonly Role[] = ['facilitator'], change = {}) {
	const context = withProvider(testContext(), provider, change);
	const actor = await givenAccount(context, { roles });
	const { issuer } = provider.settings;
	insertIdentity(context.db, { issuer, subject, staffId: actor.staffId, linkedAt: context.clock.now() });
	provider.whoComes(subject);
	return { context, actor };
}

/** Leaves for the provider by the link, and comes to the address to which it sends the browser back. */
async function leave(context: TestContext, path = '/sign-in/single-sign-on', before = '') {
	const left = await visit(context, path, { cookie: before });
	const url = await provider.passThrough(left.location!);
	return {
		url,
		path: url.slice('http://localhost'.length),
		cookie: cookiesAfter(left, before),
		leftFor: left.location!,
	};
}

async function comeBack(context: TestContext, start?: string, before?: string) {
	const { path, cookie } = await leave(context, start, before);
	const answer = await visit(context, path, { cookie });
	return { answer, location: answer.location, cookie: cookiesAfter(answer, cookie) };
}

test('somebody who is linked signs in with it, by a link and not by a form', async () => {
	const { context, actor } = await linked('sam-1');
	const page = await visit(context, '/sign-in');
	expect(page.html).toMatch(/<a href="\/sign-in\/single-sign-on"[^>]*>Sign in with <?!?-*>?your council account/);
	const { location, cookie } = await comeBack(context);
	expect(location).toBe('/');
	expect(cookie).not.toContain('departure');
	expect((await visit(context, '/account', { cookie })).text).toContain(actor.email);
});

test('the way there carries state, nonce and a challenge, and asks for nothing but who it is', async () => {
	const { context } = await linked('sam-2');
	const { searchParams } = new URL((await visit(context, '/sign-in/single-sign-on')).location!);
	expect(Object.fromEntries(searchParams)).toMatchObject({
		response_type: 'code',
		scope: 'openid',
		redirect_uri: CALLBACK,
		code_challenge_method: 'S256',
	});
	for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)!.length).toBeGreaterThan(30);
});

test('a lead who comes by it still gives a code, unless the operator trusts the provider’s own second factor', async () => {
	const { context, actor } = await linked('ruth-1', ['lead']);
	const phone = givenSecondFactor(context, actor);
	const { location, cookie } = await comeBack(context);
	expect(location).toBe('/sign-in/code');
	expect((await visit(context, '/cohorts', { cookie })).location).toBe('/sign-in/code');
	const right = await visit(context, '/sign-in/code', { cookie, form: { code: phoneCode(context, phone) } });
	expect(right.location).toBe('/');
	const trusted = await linked('ruth-2', ['lead'], { mfaTrusted: true });
	expect((await comeBack(trusted.context)).location).toBe('/sign-in/set-up');
	provider.whoComes('ruth-2', ['pwd', 'mfa']);
	const proved = await comeBack(trusted.context);
	expect(proved.location).toBe('/');
	expect((await visit(trusted.context, '/cohorts', { cookie: proved.cookie })).status).toBe(200);
});

test('nobody is let in by the address alone: an unknown subject is refused with a sentence', async () => {
	const context = withProvider(testContext(), provider);
	const sam = await givenAccount(context);
	provider.whoComes(sam.email);
	const { location, cookie } = await comeBack(context);
	expect(location).toBe('/sign-in?said=unknown-account');
	expect((await visit(context, location!)).text).toContain('not linked to anybody who can sign in here');
	expect((await visit(context, '/account', { cookie })).location).toBe('/sign-in');
});

test('a deactivated account is refused as an unknown one is, and comes back by a link alone, not by what it was linked to', async () => {
	const { context, actor } = await linked('gone-1');
	const administrator = givenStaff(context, { roles: ['administrator'] });
	deactivateStaff(context, administrator, { staffId: actor.staffId, version: 2 });
	expect((await comeBack(context)).location).toBe('/sign-in?said=unknown-account');
	renewLink(context, administrator, { staffId: actor.staffId, version: 3 });
	expect((await comeBack(context)).location).toBe('/sign-in?said=unknown-account');
	expect(listIdentities(context.db, actor.staffId)).toEqual([]);
});

const FAILED = '/sign-in?said=single-sign-on-failed';

test('a return that another browser left for, without what was kept, or for the second time is refused', async () => {
	const { context } = await linked('sam-3');
	const { path, cookie } = await leave(context);
	expect((await visit(context, path)).location).toBe(FAILED);
	const other = await leave(context);
	expect((await visit(context, path, { cookie: other.cookie })).location).toBe(FAILED);
	expect((await visit(context, path, { cookie })).location).toBe('/');
	expect((await visit(context, path, { cookie })).location).toBe(FAILED);
	expect((await visit(context, FAILED)).text).toContain('That sign-in did not go through');
});

test.each([
	['state', (part: string) => `${part}x`],
	['nonce', (part: string) => `${part}x`],
	['verifier', (part: string) => `${part.slice(0, -1)}~`],
])('a return whose %s is another is refused', async (name, change) => {
	const { context } = await linked(`sam-${name}`);
	const { path, cookie } = await leave(context);
	const [key = '', value = ''] = cookie.split('=');
	const kept = JSON.parse(Buffer.from(value, 'base64url').toString());
	const changed = Buffer.from(JSON.stringify({ ...kept, [name]: change(kept[name]) })).toString('base64url');
	expect((await visit(context, path, { cookie: `${key}=${changed}` })).location).toBe(FAILED);
});

test('an answer in the name of another issuer, and one that is an error, are refused', async () => {
	const { context } = await linked('sam-4');
	const { path, cookie } = await leave(context);
	const elsewhere = path.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example');
	expect(elsewhere).not.toBe(path);
	expect((await visit(context, elsewhere, { cookie })).location).toBe(FAILED);
	const [, query] = path.split('?');
	const denied = new URLSearchParams(query);
	denied.delete('code');
	denied.set('error', 'access_denied');
	expect((await visit(context, `/sign-in/single-sign-on/callback?${denied}`, { cookie })).location).toBe(FAILED);
	expect((await visit(context, '/sign-in/single-sign-on/callback', { cookie })).location).toBe(FAILED);
});

/** Somebody linked at the provider that says whatever it is told. */
async function linkedAtLiar() {
	const context = withProvider(testContext(), liar);
	const { staffId } = await givenAccount(context);
	const { issuer } = liar.settings;
	insertIdentity(context.db, { issuer, subject: 'sam', staffId, linkedAt: context.clock.now() });
	const left = await visit(context, '/sign-in/single-sign-on');
	const state = new URL(left.location!).searchParams.get('state');
	const path = `/sign-in/single-sign-on/callback?code=any&state=${state}`;
	return { context, leftFor: left.location!, comeBack: () => visit(context, path, { cookie: cookiesAfter(left) }) };
}

type Lie = (honest: object) => Record<string, unknown>;
const LIES: readonly (readonly [string, Lie, string])[] = [
	['another audience', (honest) => ({ ...honest, aud: 'another-app' }), FAILED],
	['two audiences and no word for whom', (honest) => ({ ...honest, aud: ['plumbline', 'another-app'] }), FAILED],
	['another issuer', (honest) => ({ ...honest, iss: 'https://evil.example' }), FAILED],
	['another nonce', (honest) => ({ ...honest, nonce: 'of-yesterday' }), FAILED],
	['no nonce', (honest) => ({ ...honest, nonce: undefined }), FAILED],
	['a time that has passed', (honest) => ({ ...honest, exp: 1_000_000_000 }), FAILED],
	['no subject', (honest) => ({ ...honest, sub: undefined }), FAILED],
	['another subject', (honest) => ({ ...honest, sub: 'sam ' }), '/sign-in?said=unknown-account'],
];

test.each(LIES)('a token with %s lets nobody in, where the honest one does', async (_, lie, answer) => {
	const honest = await linkedAtLiar();
	liar.says(honest.leftFor);
	expect((await honest.comeBack()).location).toBe('/');
	const { leftFor, comeBack: back } = await linkedAtLiar();
	liar.says(leftFor, lie);
	expect((await back()).location).toBe(answer);
});

test('a token that another key has signed lets nobody in', async () => {
	const { leftFor, comeBack: back } = await linkedAtLiar();
	liar.says(leftFor);
	liar.signsWithAnotherKey();
	expect((await back()).location).toBe(FAILED);
});

test('an invitation is accepted with it instead of a password: the link says which account, and works once', async () => {
	const context = withProvider(testContext(), provider);
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const newcomer = {
		name: 'Noor Haddad',
		email: 'noor@example.org',
		roles: ['facilitator'],
		areaIds: [],
		sides: [],
	} as const;
	const invited = inviteStaff(context, administrator, newcomer);
	const link = invited.done ? `/invitations/${invited.value.linkSecret}` : '';
	expect((await visit(context, link)).html).toContain(`href="${link}/single-sign-on"`);
	provider.whoComes('noor-1');
	const { leftFor } = await leave(context, `${link}/single-sign-on`);
	expect(new URL(leftFor).searchParams.get('prompt')).toBe('login');
	const accepted = await comeBack(context, `${link}/single-sign-on`);
	expect(accepted.location).toBe('/');
	expect((await visit(context, '/account', { cookie: accepted.cookie })).text).toContain('noor@example.org');
	expect((await visit(context, link)).status).toBe(410);
	expect((await visit(context, `${link}/single-sign-on`)).location).toBe(link);
	expect((await comeBack(context)).location).toBe('/');
});

test('one account there is one account here: it cannot be linked to a second', async () => {
	const { context } = await linked('shared-1');
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const newcomer = {
		name: 'Noor Haddad',
		email: 'noor@example.org',
		roles: ['facilitator'],
		areaIds: [],
		sides: [],
	} as const;
	const invited = inviteStaff(context, administrator, newcomer);
	const link = invited.done ? `/invitations/${invited.value.linkSecret}` : '';
	expect((await comeBack(context, `${link}/single-sign-on`)).location).toBe('/sign-in?said=identity-in-use');
	expect((await visit(context, link)).status).toBe(200);
});

test('somebody who is signed in links it by their password, and unlinks it', async () => {
	const context = withProvider(testContext(), provider);
	const sam = await givenAccount(context);
	const signedIn = cookiesAfter(await visit(context, '/sign-in', { form: { email: sam.email, password: PASSWORD } }));
	expect((await visit(context, '/account', { cookie: signedIn })).text).toContain('Not linked');
	const path = '/account/single-sign-on';
	const wrong = await visit(context, path, { cookie: signedIn, form: { password: 'guess' } });
	expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([422, []]);
	const right = await visit(context, path, { cookie: signedIn, form: { password: PASSWORD } });
	const url = /href="(http:\/\/127[^"]+)"/.exec(right.html)![1]!.replaceAll('&amp;', '&');
	provider.whoComes('sam-5');
	const back = await provider.passThrough(url);
	const callback = back.slice('http://localhost'.length);
	const cookie = cookiesAfter(right, signedIn);
	const departure = cookie.split('; ').find((pair) => pair.includes('departure'))!;
	expect((await visit(context, callback, { cookie: departure })).location).toBe('/sign-in');
	const again = await provider.passThrough(url);
	const linkedNow = await visit(context, again.slice('http://localhost'.length), { cookie });
	expect(linkedNow.location).toBe('/account?said=linked');
	expect(listIdentities(context.db, sam.staffId)).toMatchObject([{ subject: 'sam-5' }]);
	expect((await comeBack(context)).location).toBe('/');
	expect((await visit(context, `${path}/removal`, { cookie: signedIn, form: {} })).location).toBe(
		'/account?said=unlinked',
	);
	expect((await comeBack(context)).location).toBe('/sign-in?said=unknown-account');
});

test('a link followed from elsewhere links nothing: there is no way to begin it without a form of our own', async () => {
	const { context, actor } = await linked('sam-6');
	const page = await visit(context, '/account/single-sign-on', { as: actor });
	expect([page.status, page.headers.getSetCookie()]).toEqual([200, []]);
});

test('a provider that cannot be reached keeps nobody’s password from working, and the page says so', async () => {
	const settings = { ...provider.settings, issuer: `http://127.0.0.1:${await unansweredPort()}` };
	const context = withProvider(testContext(), { settings });
	const sam = await givenAccount(context);
	expect((await visit(context, '/sign-in')).text).toContain('it cannot be reached');
	expect((await visit(context, '/sign-in/single-sign-on')).location).toBe('/sign-in?said=single-sign-on-away');
	const form = { email: sam.email, password: PASSWORD };
	expect((await visit(context, '/sign-in', { form })).location).toBe('/');
});

test('a provider that describes itself as another is not used', async () => {
	const settings = { ...provider.settings, issuer: provider.settings.issuer.replace('127.0.0.1', 'localhost') };
	expect(await createSingleSignOn(provider.settings, CALLBACK).isReachable()).toBe(true);
	expect(await createSingleSignOn(settings, CALLBACK).isReachable()).toBe(false);
});

test('without the settings there is no such page, and the sign-in page has no such button', async () => {
	const context = testContext();
	expect((await visit(context, '/sign-in')).html).not.toContain('single-sign-on');
	for (const path of ['/sign-in/single-sign-on', '/sign-in/single-sign-on/callback?code=x&state=y']) {
		expect((await visit(context, path)).status, path).toBe(404);
	}
	const sam = givenStaff(context);
	expect((await visit(context, '/account/single-sign-on', { as: sam })).status).toBe(404);
});
