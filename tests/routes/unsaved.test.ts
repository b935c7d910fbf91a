import { expect, test } from 'vitest';
import { registerRows } from '#db/schema/index.ts';
import { givenAccount, later, PASSWORD } from '#tests/support/accounts.ts';
import { cookiesAfter, cookieWith, secretOf, visit } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces } from '#tests/support/world.ts';

const HOUR = 60 * 60;

/** A facilitator with a register open whose sign-in has run out under their hands. */
async function tooLate() {
	const context = testContext({ now: '2026-01-13T20:00:00Z' });
	const sam = await givenAccount(context);
	const cohort = givenCohort(context, { ...givenPlaces(context), team: [sam] });
	givenMember(context, cohort);
	const path = `/sessions/${cohort.sessionIds[0]}/register`;
	const cookie = cookieWith(context, secretOf(context, sam.staffId));
	const { html } = await visit(context, path, { cookie });
	const form = filledIn(html);
	later(context, 5 * HOUR);
	return { context, sam, path, cookie, form };
}

/** The register's own fields, with everybody marked as attended. */
function filledIn(html: string): Record<string, string> {
	const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
	const marks = [...html.matchAll(/name="([^"]+)"[^>]*value="attended"|value="attended"[^>]*name="([^"]+)"/g)];
	const fields = hidden.map(([, name, value]) => [name!, value!]);
	return Object.fromEntries([...fields, ...marks.map(([, one, other]) => [one ?? other!, 'attended'])]);
}

const markOf = ({ db }: TestContext) => db.select().from(registerRows).all()[0]?.mark;

async function signInAgain(context: TestContext, { email }: { email: string }, cookie: string) {
	const answer = await visit(context, '/sign-in', { cookie, form: { email, password: PASSWORD } });
	return { location: answer.location, cookie: cookiesAfter(answer, cookie) };
}

/** What the page’s first form would send. */
function keptIn(html: string): { action: string; fields: Record<string, string> } {
	const [, action = '', inner = ''] = /<form method="post" action="([^"]+)">(.*?)<\/form>/s.exec(html) ?? [];
	const fields = [...inner.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]);
	return { action, fields: Object.fromEntries(fields) };
}

test('a register that was sent too late is there after signing in, is saved by one press, and is then forgotten', async () => {
	const { context, sam, path, cookie, form } = await tooLate();
	const sent = await visit(context, path, { cookie, form });
	expect([sent.status, sent.location, markOf(context)]).toEqual([302, '/sign-in?said=kept', null]);
	expect((await visit(context, '/sign-in?said=kept')).text).toContain(
		'You were signed out before this was saved. Sign in and it will be there.',
	);
	const back = await signInAgain(context, sam, cookiesAfter(sent, cookie));
	expect(back.location).toBe('/unsaved');
	const page = await visit(context, '/unsaved', { cookie: back.cookie });
	expect(page.text).toContain('Register');
	const kept = keptIn(page.html);
	expect(kept).toEqual({ action: path, fields: form });
	const saved = await visit(context, kept.action, { cookie: back.cookie, form: kept.fields });
	expect([saved.location, markOf(context)]).toEqual([`${path}?said=saved`, 'attended']);
	expect((await visit(context, '/unsaved', { cookie: back.cookie })).text).toContain('Nothing is waiting');
});

test('another person in the same browser is told nothing, and it waits for its owner', async () => {
	const { context, sam, path, cookie, form } = await tooLate();
	const other = await givenAccount(context, { name: 'Kezia Mensah' });
	const sent = await visit(context, path, { cookie, form });
	const theirs = await signInAgain(context, other, cookiesAfter(sent, cookie));
	expect(theirs.location).toBe('/');
	const [here, never] = [
		await visit(context, '/unsaved', { cookie: theirs.cookie }),
		await visit(context, '/unsaved', { as: other }),
	];
	expect(here.html).toBe(never.html);
	const back = await signInAgain(context, sam, theirs.cookie);
	expect(back.location).toBe('/unsaved');
});

test('in another browser it is not there', async () => {
	const { context, sam, path, cookie, form } = await tooLate();
	await visit(context, path, { cookie, form });
	expect((await signInAgain(context, sam, '')).location).toBe('/');
});

test('it is thrown away by its owner', async () => {
	const { context, sam, path, cookie, form } = await tooLate();
	const sent = await visit(context, path, { cookie, form });
	const back = await signInAgain(context, sam, cookiesAfter(sent, cookie));
	const id = /name="form" value="([^"]+)"/.exec((await visit(context, '/unsaved', { cookie: back.cookie })).html)?.[1];
	const gone = await visit(context, '/unsaved/removal', { cookie: back.cookie, form: { form: id! } });
	expect(gone.location).toBe('/unsaved?said=thrown-away');
	expect((await visit(context, '/unsaved', { cookie: back.cookie })).text).toContain('Nothing is waiting');
	expect(markOf(context)).toBeNull();
});

test('a form that is refused when it is sent again waits on: it was not saved', async () => {
	const { context, sam, path, cookie, form } = await tooLate();
	const sent = await visit(context, path, { cookie, form });
	const back = await signInAgain(context, sam, cookiesAfter(sent, cookie));
	const page = await visit(context, '/unsaved', { cookie: back.cookie });
	const marks = Object.entries(form).filter(([, value]) => value === 'attended');
	const forged = { ...form, ...Object.fromEntries(marks.map(([name]) => [name, 'forged'])) };
	expect((await visit(context, path, { cookie: back.cookie, form: forged })).status).toBe(400);
	expect((await visit(context, '/unsaved', { cookie: back.cookie })).html).toBe(page.html);
});

test('a file is not kept, and the sign-in page says so', async () => {
	const context = testContext();
	const priya = await givenAccount(context, { roles: ['coordinator'] });
	const cookie = cookieWith(context, secretOf(context, priya.staffId));
	later(context, 5 * HOUR);
	const sent = await visit(context, '/imports/new', { cookie, form: { file: new File(['a,b'], 'register.csv') } });
	expect(sent.location).toBe('/sign-in?said=upload-not-kept');
	expect((await visit(context, sent.location!)).text).toContain('Sign in and choose the file again');
	expect(context.db.$client.prepare('select count(*) as n from kept_forms').get()).toEqual({ n: 0 });
});

test('nothing is kept of a password, for an address that is nobody’s, or for somebody who signed out', async () => {
	const { context, cookie, path, form } = await tooLate();
	const count = () => context.db.$client.prepare('select count(*) as n from kept_forms').get();
	await visit(context, '/account/password', { cookie, form: { current: PASSWORD, password: 'x' } });
	await visit(context, '/nowhere', { cookie, form });
	await visit(context, '//evil.example/sessions', { cookie, form }).catch(() => {});
	await visit(context, '/sign-out', { cookie, form: {} });
	expect((await visit(context, path, { cookie, form })).location).toBe('/sign-in');
	expect(count()).toEqual({ n: 0 });
});

test('somebody who is made a lead while they type loses nothing by setting up their second factor', async () => {
	const context = testContext({ now: '2026-01-13T20:00:00Z' });
	const sam = await givenAccount(context);
	const cohort = givenCohort(context, { ...givenPlaces(context), team: [sam] });
	givenMember(context, cohort);
	const path = `/sessions/${cohort.sessionIds[0]}/register`;
	const signedIn = await signInAgain(context, sam, '');
	const form = filledIn((await visit(context, path, { cookie: signedIn.cookie })).html);
	context.db.$client.exec("update staff_roles set role = 'lead'");
	const sent = await visit(context, path, { cookie: signedIn.cookie, form });
	expect(sent.location).toBe('/sign-in/set-up?said=kept');
	const cookie = cookiesAfter(sent, signedIn.cookie);
	await visit(context, '/sign-in/set-up', { cookie });
	const [{ secret }] = context.db.$client.prepare('select pending_secret as secret from second_factors').all() as [
		{ secret: string },
	];
	const code = context.oneTimeCodes.codeAt(secret, context.clock.now());
	const done = await visit(context, '/sign-in/set-up', { cookie, form: { code } });
	expect(done.html).toContain('href="/unsaved"');
	const page = await visit(context, '/unsaved', { cookie: cookiesAfter(done, cookie) });
	expect(keptIn(page.html)).toEqual({ action: path, fields: form });
});

test('a debrief note that was sent too late is there after signing in, and is saved by one press', async () => {
	const { context, sam, path, cookie } = await tooLate();
	const debrief = path.replace('/register', '/debrief');
	const form = { version: '0', note: 'A calm evening' };
	const sent = await visit(context, debrief, { cookie, form });
	expect([sent.status, sent.location]).toEqual([302, '/sign-in?said=kept']);
	const back = await signInAgain(context, sam, cookiesAfter(sent, cookie));
	const kept = keptIn((await visit(context, '/unsaved', { cookie: back.cookie })).html);
	expect(kept).toEqual({ action: debrief, fields: form });
	const saved = await visit(context, kept.action, { cookie: back.cookie, form: kept.fields });
	expect(saved.location).toBe(`${debrief}?said=saved`);
});
