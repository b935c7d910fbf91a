import { beforeAll, expect, test } from 'vitest';
import { identifyStaff } from '#app/use-cases/staff/identify-staff.ts';
import { signIn } from '#app/use-cases/staff/sign-in.ts';
import { signOut } from '#app/use-cases/staff/sign-out.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const PASSWORD = 'plumb and level';
let passwordHash: string;

beforeAll(async () => {
	passwordHash = await testContext().credentials.hashPassword(PASSWORD);
});

function given() {
	const context = testContext({ now: '2026-03-03T09:00:00Z' });
	const actor = givenStaff(context, { name: 'Sam Okafor' });
	const email = `${actor.staffId}@example.org`;
	context.db.$client.prepare('update staff set password_hash = ?').run(passwordHash);
	return { context, actor, email };
}

async function signedIn({ context, email }: { context: TestContext; email: string }): Promise<string> {
	const outcome = await signIn(context, { email, password: PASSWORD });
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value.secret;
}

test('the right password signs in, whatever the capitals and spaces of the address', async () => {
	const { context, actor, email } = given();
	const secret = await signedIn({ context, email: ` ${email.toUpperCase()} ` });
	expect(identifyStaff(context, secret)).toEqual(actor);
});

test('an unknown address, a wrong password and a deactivated account are refused alike', async () => {
	const { context, email } = given();
	const wrong = await signIn(context, { email, password: 'something else' });
	const unknown = await signIn(context, { email: 'nobody@example.org', password: PASSWORD });
	context.db.$client.exec("update staff set state = 'deactivated'");
	const deactivated = await signIn(context, { email, password: PASSWORD });
	expect(wrong).toMatchObject({ done: false, code: 'wrong-email-or-password' });
	expect([unknown, deactivated]).toEqual([wrong, wrong]);
});

test('after ten failures an address waits a quarter of an hour, even with the right password', async () => {
	const { context, email } = given();
	for (let attempt = 0; attempt < 10; attempt += 1) await signIn(context, { email, password: 'guess' });
	expect(await signIn(context, { email, password: PASSWORD })).toMatchObject({ code: 'too-many-attempts' });
	context.setNow('2026-03-03T09:15:00Z');
	expect(await signIn(context, { email, password: PASSWORD })).toMatchObject({ done: true });
});

test('guesses that are sent all at once count one by one: no more than ten are looked at', async () => {
	const { context, email } = given();
	const guesses = Array.from({ length: 30 }, () => signIn(context, { email, password: 'guess' }));
	const codes = (await Promise.all(guesses)).map((outcome) => (outcome.done ? 'done' : outcome.code));
	expect(codes.filter((code) => code === 'wrong-email-or-password')).toHaveLength(10);
	expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(20);
});

test.each([
	['was closed', "update staff set state = 'deactivated'"],
	['was given another password', "update staff set password_hash = 'another'"],
])('an account that %s while its password was looked at lets nobody in', async (_, change) => {
	const { context, email } = given();
	const signingIn = signIn(context, { email, password: PASSWORD });
	context.db.$client.exec(change);
	expect(await signingIn).toMatchObject({ code: 'wrong-email-or-password' });
});

test('a sign-in takes the place of the one that the browser had before, whoever’s it was', async () => {
	const given1 = given();
	const { context, email } = given1;
	const [before, elsewhere] = [await signedIn(given1), await signedIn(given1)];
	const wrong = await signIn(context, { email, password: 'guess', replaces: before });
	expect([wrong.done, identifyStaff(context, before)?.name]).toEqual([false, 'Sam Okafor']);
	const again = await signIn(context, { email, password: PASSWORD, replaces: before });
	expect(again.done && identifyStaff(context, again.value.secret)).toMatchObject({ name: 'Sam Okafor' });
	expect(identifyStaff(context, before)).toBeNull();
	expect(identifyStaff(context, elsewhere)).not.toBeNull();
});

test('one account’s failures do not keep another out', async () => {
	const { context, email } = given();
	for (let attempt = 0; attempt < 10; attempt += 1)
		await signIn(context, { email: 'other@example.org', password: 'guess' });
	expect(await signIn(context, { email, password: PASSWORD })).toMatchObject({ done: true });
});

test('the database holds neither the password nor the secret of the cookie', async () => {
	const { context, email } = given();
	const secret = await signedIn({ context, email });
	const dump = JSON.stringify(
		['staff', 'sign_ins'].map((table) => context.db.$client.prepare(`select * from ${table}`).all()),
	);
	expect(dump).not.toContain(secret);
	expect(dump).not.toContain(PASSWORD);
	expect(dump).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
});

test('a sign-in ends when it is signed out, and only that one', async () => {
	const given1 = given();
	const [here, there] = [await signedIn(given1), await signedIn(given1)];
	signOut(given1.context, here);
	expect(identifyStaff(given1.context, here)).toBeNull();
	expect(identifyStaff(given1.context, there)).not.toBeNull();
});

test('a sign-in ends after four idle hours', async () => {
	const given1 = given();
	const secret = await signedIn(given1);
	given1.context.setNow('2026-03-03T13:00:00Z');
	expect(identifyStaff(given1.context, secret)).toBeNull();
});

test('use keeps a sign-in going, but never past twelve hours', async () => {
	const given1 = given();
	const { context } = given1;
	const secret = await signedIn(given1);
	for (const hour of ['12', '15', '18', '20']) {
		context.setNow(`2026-03-03T${hour}:59:00Z`);
		expect(identifyStaff(context, secret), hour).not.toBeNull();
	}
	context.setNow('2026-03-03T21:00:00Z');
	expect(identifyStaff(context, secret)).toBeNull();
});

test('looking at pages writes to the database once in five minutes at most', async () => {
	const given1 = given();
	const { context } = given1;
	const secret = await signedIn(given1);
	const changes = () => context.db.$client.prepare('select total_changes() as n').get();
	const before = changes();
	context.setNow('2026-03-03T09:04:59Z');
	identifyStaff(context, secret);
	expect(changes()).toEqual(before);
	context.setNow('2026-03-03T09:05:00Z');
	identifyStaff(context, secret);
	expect(changes()).not.toEqual(before);
});

test('a deactivated member of staff is nobody from that moment on', async () => {
	const given1 = given();
	const secret = await signedIn(given1);
	given1.context.db.$client.exec("update staff set state = 'deactivated'");
	expect(identifyStaff(given1.context, secret)).toBeNull();
});
