import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetWhatRanOut } from '#app/use-cases/kept-forms/forget-kept-forms.ts';
import { findInvitee } from '#app/use-cases/staff/find-invitee.ts';
import { inviteStaff } from '#app/use-cases/staff/invite-staff.ts';
import { signIn } from '#app/use-cases/staff/sign-in.ts';
import { givenAccount, later, PASSWORD } from '#tests/support/accounts.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const OFFICE = '203.0.113.7';
const codeOf = (outcome: Awaited<ReturnType<typeof signIn>>) => (outcome.done ? 'done' : outcome.code);

async function failFrom(context: TestContext, address: string, times: number): Promise<void> {
	for (let count = 0; count < times; count += 1) {
		await signIn(context, { email: `guess${count}@example.org`, password: 'guess', address });
	}
}

test('an address that fails with sixty accounts waits, with a right password too; elsewhere the account is free', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	await failFrom(context, OFFICE, 59);
	expect(codeOf(await signIn(context, { ...sam, password: PASSWORD, address: OFFICE }))).toBe('done');
	await failFrom(context, OFFICE, 1);
	expect(codeOf(await signIn(context, { ...sam, password: PASSWORD, address: OFFICE }))).toBe('too-many-attempts');
	expect(codeOf(await signIn(context, { ...sam, password: PASSWORD, address: '203.0.113.8' }))).toBe('done');
	later(context, 15 * 60);
	expect(codeOf(await signIn(context, { ...sam, password: PASSWORD, address: OFFICE }))).toBe('done');
});

test('signing in right does not wipe out what an address has failed: a guesser with an account of their own gains nothing', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	for (let round = 0; round < 6; round += 1) {
		await failFrom(context, OFFICE, 10);
		if (round < 5) await signIn(context, { ...sam, password: PASSWORD, address: OFFICE });
	}
	expect(codeOf(await signIn(context, { ...sam, password: PASSWORD, address: OFFICE }))).toBe('too-many-attempts');
});

test('an unknown account waits as a known one does, so that waiting tells nothing', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	for (const email of [sam.email, 'nobody@example.org']) {
		for (let count = 0; count < 10; count += 1) {
			expect(codeOf(await signIn(context, { email, password: 'guess' }))).toBe('wrong-email-or-password');
		}
		expect(codeOf(await signIn(context, { email, password: 'guess' })), email).toBe('too-many-attempts');
	}
});

test('waiting outlives a restart', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
	const file = join(folder, 'plumbline.db');
	const before = testContext({ file });
	const sam = await givenAccount(before);
	for (let count = 0; count < 10; count += 1) await signIn(before, { ...sam, password: 'guess' });
	before.db.$client.close();
	const after = testContext({ file });
	expect(codeOf(await signIn(after, { ...sam, password: PASSWORD }))).toBe('too-many-attempts');
	after.db.$client.close();
	rmSync(folder, { recursive: true });
});

test('neither accounts nor addresses stand in the rows, which go once they count no more', async () => {
	const context = testContext();
	await signIn(context, { email: 'sam@example.org', password: 'guess', address: OFFICE });
	const rows = () => context.db.$client.prepare('select * from sign_in_attempts').all();
	expect(rows()).toHaveLength(2);
	expect(JSON.stringify(rows())).not.toMatch(/sam@example|203\.0\.113/);
	later(context, 60 * 60);
	forgetWhatRanOut(context);
	expect(rows()).toEqual([]);
});

test('whoever tries one-time links one after the other is told nothing for a while, not even of one that works', () => {
	const context = testContext();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const newcomer = { name: 'Noor', email: 'noor@example.org', roles: ['facilitator'], areaIds: [], sides: [] } as const;
	const invited = inviteStaff(context, administrator, newcomer);
	const link = invited.done ? invited.value.linkSecret : '';
	for (let count = 0; count < 29; count += 1) findInvitee(context, `guess${count}`, OFFICE);
	expect(findInvitee(context, link, OFFICE)).toMatchObject({ name: 'Noor' });
	findInvitee(context, 'one more', OFFICE);
	expect(findInvitee(context, link, OFFICE)).toBeNull();
	expect(findInvitee(context, link, '198.51.100.1')).toMatchObject({ name: 'Noor' });
	later(context, 15 * 60);
	expect(findInvitee(context, link, OFFICE)).toMatchObject({ name: 'Noor' });
});
