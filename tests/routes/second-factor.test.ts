import { expect, test } from 'vitest';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { givenAccount, givenSecondFactor, PASSWORD, phoneCode } from '#tests/support/accounts.ts';
import { cookiesAfter, visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

async function passwordGiven(context: TestContext, { email }: { email: string }) {
	const answer = await visit(context, '/sign-in', { form: { email, password: PASSWORD } });
	return { location: answer.location, cookie: cookiesAfter(answer) };
}

test('a lead gives password and code, and comes home under another cookie', async () => {
	const context = testContext();
	const ruth = await givenAccount(context, { roles: ['lead'] });
	const phone = givenSecondFactor(context, ruth);
	const { location, cookie } = await passwordGiven(context, ruth);
	expect(location).toBe('/sign-in/code');
	expect((await visit(context, '/cohorts', { cookie })).location).toBe('/sign-in/code');
	const page = await visit(context, '/sign-in/code', { cookie });
	expect(page.html).toMatch(/autocomplete="one-time-code"/i);
	expect(page.text).not.toContain('demonstration');
	expect(page.text).not.toContain('Sign out');
	const wrong = await visit(context, '/sign-in/code', { cookie, form: { code: '000000' } });
	expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('That code is not right')]);
	expect(wrong.html).not.toContain('value="000000"');
	const right = await visit(context, '/sign-in/code', { cookie, form: { code: phoneCode(context, phone) } });
	expect(right.location).toBe('/');
	const signedIn = cookiesAfter(right, cookie);
	expect(signedIn).not.toBe(cookie);
	expect((await visit(context, '/cohorts', { cookie: signedIn })).status).toBe(200);
	expect((await visit(context, '/cohorts', { cookie })).location).toBe('/sign-in');
});

test('a recovery code lets in as well, and the account page counts those that are left', async () => {
	const context = testContext();
	const ruth = await givenAccount(context, { roles: ['lead'] });
	const { recoveryCodes } = givenSecondFactor(context, ruth);
	const { cookie } = await passwordGiven(context, ruth);
	expect((await visit(context, '/sign-in/recovery-code', { cookie })).status).toBe(200);
	const wrong = await visit(context, '/sign-in/recovery-code', { cookie, form: { code: 'abcd-efgh' } });
	expect(wrong.status).toBe(422);
	const right = await visit(context, '/sign-in/recovery-code', { cookie, form: { code: recoveryCodes[3]! } });
	expect(right.location).toBe('/');
	const account = await visit(context, '/account', { cookie: cookiesAfter(right, cookie) });
	expect(account.text).toContain('9 recovery codes left');
});

test('an administrator without one sets it up before anything else, and sees the recovery codes once', async () => {
	const context = testContext();
	const jo = await givenAccount(context, { name: 'Jo Whitfield', roles: ['administrator'] });
	const { location, cookie } = await passwordGiven(context, jo);
	expect(location).toBe('/sign-in/set-up');
	expect((await visit(context, '/staff', { cookie })).location).toBe('/sign-in/set-up');
	const page = await visit(context, '/sign-in/set-up', { cookie });
	const { pendingSecret } = findSecondFactor(context.db, jo.staffId)!;
	expect(page.html).toContain(`secret=${pendingSecret}`);
	expect(page.text).toContain(pendingSecret!.match(/.{4}/g)!.join(' '));
	expect(page.html).toContain('<svg class="qr-code"');
	expect(page.html).not.toContain('style=');
	expect((await visit(context, '/sign-in/set-up', { cookie })).html).toBe(page.html);
	const code = phoneCode(context, { secret: pendingSecret! });
	const done = await visit(context, '/sign-in/set-up', { cookie, form: { code } });
	expect(done.status).toBe(200);
	expect(done.html.match(/<li>[a-z2-9]{4}(-[a-z2-9]{4}){3}<\/li>/g)).toHaveLength(10);
	expect(done.html).not.toContain(pendingSecret!);
	expect(findSecondFactor(context.db, jo.staffId)).toMatchObject({ secret: pendingSecret, pendingSecret: null });
	const signedIn = cookiesAfter(done, cookie);
	expect((await visit(context, '/staff', { cookie: signedIn })).status).toBe(200);
	expect((await visit(context, '/sign-in/set-up', { cookie: signedIn })).status).toBe(302);
});

test('a facilitator sets one up from the account page, and turns it off again', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	const { location, cookie } = await passwordGiven(context, sam);
	expect(location).toBe('/');
	expect((await visit(context, '/account', { cookie })).text).toContain('Set up a second factor');
	expect((await visit(context, '/account/second-factor/removal', { cookie })).status).toBe(404);
	await visit(context, '/account/second-factor', { cookie });
	const { pendingSecret } = findSecondFactor(context.db, sam.staffId)!;
	const code = phoneCode(context, { secret: pendingSecret! });
	const wrong = await visit(context, '/account/second-factor', { cookie, form: { code, password: 'guess' } });
	expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('That is not your password')]);
	const on = await visit(context, '/account/second-factor', { cookie, form: { code, password: PASSWORD } });
	expect(on.text).toContain('Your second factor is on');
	const signedIn = cookiesAfter(on, cookie);
	expect((await visit(context, '/account', { cookie: signedIn })).text).toContain('10 recovery codes left');
	const off = await visit(context, '/account/second-factor/removal', {
		cookie: signedIn,
		form: { code: phoneCode(context, { secret: pendingSecret! }, 1), password: PASSWORD },
	});
	expect(off.location).toBe('/account?said=second-factor-off');
	const after = await visit(context, '/account', { cookie: cookiesAfter(off, signedIn) });
	expect(after.text).toContain('Set up a second factor');
});

test('a lead finds no page to turn it off', async () => {
	const context = testContext();
	const ruth = await givenAccount(context, { roles: ['lead'] });
	const phone = givenSecondFactor(context, ruth);
	expect((await visit(context, '/account', { as: ruth })).text).not.toContain('Turn it off');
	const form = { code: phoneCode(context, phone), password: PASSWORD };
	for (const sent of [{}, { form }]) {
		expect((await visit(context, '/account/second-factor/removal', { as: ruth, ...sent })).status).toBe(404);
	}
	expect(findSecondFactor(context.db, ruth.staffId)?.confirmedAt).not.toBeNull();
});

test('new recovery codes are shown once, after password and code', async () => {
	const context = testContext();
	const ruth = await givenAccount(context, { roles: ['lead'] });
	const phone = givenSecondFactor(context, ruth);
	const path = '/account/second-factor/recovery-codes';
	expect((await visit(context, path, { as: ruth, form: { code: '', password: PASSWORD } })).status).toBe(400);
	const form = { code: phoneCode(context, phone), password: PASSWORD };
	const renewed = await visit(context, path, { as: ruth, form });
	expect(renewed.html.match(/<li>[a-z2-9]{4}(-[a-z2-9]{4}){3}<\/li>/g)).toHaveLength(10);
	expect((await visit(context, path, { as: ruth })).html).not.toMatch(/[a-z2-9]{4}(-[a-z2-9]{4}){3}<\/li>/);
});

test('an administrator resets a lost second factor and hands over a link; a lead finds no such page', async () => {
	const context = testContext();
	const jo = givenStaff(context, { name: 'Jo Whitfield', roles: ['administrator'] });
	const ruth = await givenAccount(context, { name: 'Ruth Levy', roles: ['lead'] });
	givenSecondFactor(context, ruth);
	const path = `/staff/${ruth.staffId}/second-factor/removal`;
	expect((await visit(context, `/staff/${ruth.staffId}`, { as: jo })).html).toContain(path);
	expect((await visit(context, path, { as: jo })).text).toContain('Be sure that it is really Ruth Levy');
	expect((await visit(context, path, { as: ruth, form: { version: '2' } })).status).toBe(404);
	const stale = await visit(context, path, { as: jo, form: { version: '1' } });
	expect(stale.status).toBe(409);
	const reset = await visit(context, path, { as: jo, form: { version: '2' } });
	const link = /value="http:\/\/localhost(\/invitations\/[^"]+)"/.exec(reset.html)?.[1] ?? '';
	const back = await visit(context, link, { form: { password: 'green wheel quiet harbour' } });
	expect(back.location).toBe('/sign-in/set-up');
});

test('an administrator signs somebody out everywhere by a page that says what will happen', async () => {
	const context = testContext();
	const jo = givenStaff(context, { name: 'Jo Whitfield', roles: ['administrator'] });
	const sam = await givenAccount(context);
	const { cookie } = await passwordGiven(context, sam);
	const path = `/staff/${sam.staffId}/sign-ins/end`;
	expect((await visit(context, path, { as: jo })).text).toContain('Sign Sam Okafor out everywhere');
	expect((await visit(context, '/account', { cookie })).status).toBe(200);
	expect((await visit(context, path, { as: jo, form: {} })).location).toBe('/staff?said=signed-out');
	expect((await visit(context, '/account', { cookie })).location).toBe('/sign-in');
	expect((await visit(context, '/staff/abcdefghijkmnpqrstuv/sign-ins/end', { as: jo, form: {} })).status).toBe(404);
});
