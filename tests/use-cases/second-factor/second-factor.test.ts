import { expect, test } from 'vitest';
import { confirmFirstFactor, confirmOwnFactor } from '#app/use-cases/second-factor/confirm-second-factor.ts';
import { giveCode } from '#app/use-cases/second-factor/give-code.ts';
import { giveRecoveryCode } from '#app/use-cases/second-factor/give-recovery-code.ts';
import { prepareSecondFactor } from '#app/use-cases/second-factor/prepare-second-factor.ts';
import { removeSecondFactor } from '#app/use-cases/second-factor/remove-second-factor.ts';
import { renewRecoveryCodes } from '#app/use-cases/second-factor/renew-recovery-codes.ts';
import { resetSecondFactor } from '#app/use-cases/second-factor/reset-second-factor.ts';
import { showDemonstrationCode } from '#app/use-cases/second-factor/show-demonstration-code.ts';
import { acceptInvitation } from '#app/use-cases/staff/accept-invitation.ts';
import { changeDuties } from '#app/use-cases/staff/change-duties.ts';
import { identifyHalfWay, identifyStaff } from '#app/use-cases/staff/identify-staff.ts';
import { renewLink } from '#app/use-cases/staff/renew-link.ts';
import { signIn } from '#app/use-cases/staff/sign-in.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { findStaffMember } from '#db/queries/staff.ts';
import { givenAccount, givenSecondFactor, later, PASSWORD, phoneCode, signedInBy } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

async function leadWithPhone() {
	const context = testContext();
	const ruth = await givenAccount(context, { name: 'Ruth Levy', roles: ['lead'] });
	const phone = givenSecondFactor(context, ruth);
	const halfWay = await signedInBy(context, ruth);
	return { context, ruth, phone, replaces: halfWay.secret };
}

test('a lead is signed in by password and code, under a new secret at each step', async () => {
	const { context, ruth, phone, replaces } = await leadWithPhone();
	expect(identifyStaff(context, replaces)).toBeNull();
	expect(identifyHalfWay(context, replaces)).toMatchObject({ actor: { name: 'Ruth Levy' }, waitsFor: 'code' });
	const given = giveCode(context, { replaces, code: phoneCode(context, phone) });
	const secret = given.done ? given.value.secret : '';
	expect(secret).not.toBe(replaces);
	expect(identifyStaff(context, secret)).toMatchObject({ staffId: ruth.staffId });
	expect(identifyHalfWay(context, replaces)).toBeNull();
});

test('a code works once, one before it not at all, and the next one does', async () => {
	const { context, ruth, phone, replaces } = await leadWithPhone();
	const code = phoneCode(context, phone);
	expect(giveCode(context, { replaces, code })).toMatchObject({ done: true });
	const again = (await signedInBy(context, ruth)).secret;
	expect(giveCode(context, { replaces: again, code })).toMatchObject({ code: 'code-used' });
	const before = phoneCode(context, phone, -1);
	expect(giveCode(context, { replaces: again, code: before })).toMatchObject({ code: 'code-used' });
	expect(giveCode(context, { replaces: again, code: phoneCode(context, phone, 1) })).toMatchObject({ done: true });
});

test('a phone whose clock is half a minute off still works, one that is a minute and a half off does not', async () => {
	for (const [steps, done] of [
		[-1, true],
		[1, true],
		[-3, false],
		[3, false],
	] as const) {
		const { context, phone, replaces } = await leadWithPhone();
		later(context, 120);
		expect(giveCode(context, { replaces, code: phoneCode(context, phone, steps) }).done, String(steps)).toBe(done);
	}
});

test('after five wrong codes even the right one waits a quarter of an hour', async () => {
	const { context, ruth, phone, replaces } = await leadWithPhone();
	for (let guess = 0; guess < 5; guess += 1) {
		expect(giveCode(context, { replaces, code: '000000' })).toMatchObject({ code: 'wrong-code' });
	}
	expect(giveCode(context, { replaces, code: phoneCode(context, phone) })).toMatchObject({ code: 'too-many-attempts' });
	later(context, 15 * 60);
	const again = (await signedInBy(context, ruth)).secret;
	expect(giveCode(context, { replaces: again, code: phoneCode(context, phone) })).toMatchObject({ done: true });
});

test('the way from the password to the code may take a quarter of an hour', async () => {
	const { context, phone, replaces } = await leadWithPhone();
	later(context, 15 * 60);
	expect(identifyHalfWay(context, replaces)).toBeNull();
	expect(giveCode(context, { replaces, code: phoneCode(context, phone) })).toMatchObject({ code: 'not-found' });
});

test('a recovery code lets its owner in once, however it is written', async () => {
	const { context, ruth, phone, replaces } = await leadWithPhone();
	const typed = phone.recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ');
	expect(giveRecoveryCode(context, { replaces, code: typed })).toMatchObject({ done: true });
	const again = (await signedInBy(context, ruth)).secret;
	expect(giveRecoveryCode(context, { replaces: again, code: typed })).toMatchObject({ code: 'wrong-code' });
	expect(giveRecoveryCode(context, { replaces: again, code: phone.recoveryCodes[1]! })).toMatchObject({ done: true });
});

test('recovery codes are ten, kept as hashes, guessed at five times at most, and nobody else’s', async () => {
	const { context, phone, replaces } = await leadWithPhone();
	const other = await givenAccount(context, { name: 'Ola Reid', roles: ['lead'] });
	const { recoveryCodes } = givenSecondFactor(context, other);
	expect(new Set(phone.recoveryCodes).size).toBe(10);
	const dump = JSON.stringify(context.db.$client.prepare('select * from recovery_codes').all());
	for (const code of phone.recoveryCodes) expect(dump).not.toContain(code);
	for (const code of recoveryCodes.slice(0, 5)) {
		expect(giveRecoveryCode(context, { replaces, code })).toMatchObject({ code: 'wrong-code' });
	}
	const waits = giveRecoveryCode(context, { replaces, code: phone.recoveryCodes[0]! });
	expect(waits).toMatchObject({ code: 'too-many-attempts' });
});

test('new recovery codes take a password and a code, and end the ones before', async () => {
	const { context, ruth, phone, replaces } = await leadWithPhone();
	const wrong = await renewRecoveryCodes(context, ruth, { password: 'guess', code: phoneCode(context, phone) });
	expect(wrong).toMatchObject({ code: 'wrong-password' });
	const noCode = await renewRecoveryCodes(context, ruth, { password: PASSWORD, code: '000000' });
	expect(noCode).toMatchObject({ code: 'wrong-code' });
	const renewed = await renewRecoveryCodes(context, ruth, { password: PASSWORD, code: phoneCode(context, phone) });
	if (!renewed.done) throw new Error(renewed.code);
	expect(giveRecoveryCode(context, { replaces, code: phone.recoveryCodes[0]! })).toMatchObject({ code: 'wrong-code' });
	expect(giveRecoveryCode(context, { replaces, code: renewed.value[0]! })).toMatchObject({ done: true });
});

test('a lead without a second factor sets one up after the password, and is nobody before', async () => {
	const context = testContext();
	const ruth = await givenAccount(context, { roles: ['lead'] });
	const { secret: replaces, waitsFor } = await signedInBy(context, ruth);
	expect([waitsFor, identifyStaff(context, replaces)]).toEqual(['set-up', null]);
	prepareSecondFactor(context, ruth);
	const { pendingSecret } = findSecondFactor(context.db, ruth.staffId)!;
	const wrong = confirmFirstFactor(context, { replaces, code: '000000' });
	expect([wrong, identifyStaff(context, replaces)]).toEqual([expect.objectContaining({ code: 'wrong-code' }), null]);
	const code = phoneCode(context, { secret: pendingSecret! });
	const confirmed = confirmFirstFactor(context, { replaces, code });
	expect(confirmed.done && identifyStaff(context, confirmed.value.secret)).toMatchObject({ staffId: ruth.staffId });
	expect(findSecondFactor(context.db, ruth.staffId)).toMatchObject({ secret: pendingSecret, pendingSecret: null });
});

test('the code that confirmed a phone is used up by it', async () => {
	const context = testContext();
	const ruth = await givenAccount(context, { roles: ['lead'] });
	const { secret } = givenSecondFactor(context, ruth);
	context.setNow('2026-03-03T18:00:00Z');
	const { secret: replaces } = await signedInBy(context, ruth);
	expect(giveCode(context, { replaces, code: phoneCode(context, { secret }) })).toMatchObject({ code: 'code-used' });
});

test('whoever waits for a code cannot set up a phone of their own in its place', async () => {
	const { context, ruth, replaces } = await leadWithPhone();
	prepareSecondFactor(context, ruth);
	const { pendingSecret } = findSecondFactor(context.db, ruth.staffId)!;
	const code = phoneCode(context, { secret: pendingSecret! });
	expect(confirmFirstFactor(context, { replaces, code })).toMatchObject({ code: 'not-found' });
});

test('a prepared secret stays the same for a quarter of an hour, and counts only once it is confirmed', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	const first = prepareSecondFactor(context, sam);
	const secret = findSecondFactor(context.db, sam.staffId)!.pendingSecret!;
	later(context, 14 * 60);
	expect(prepareSecondFactor(context, sam)).toEqual(first);
	expect((await signedInBy(context, sam)).waitsFor).toBeNull();
	later(context, 60);
	const tooLate = { code: phoneCode(context, { secret }), password: PASSWORD };
	expect(await confirmOwnFactor(context, sam, tooLate)).toMatchObject({ code: 'set-up-again' });
	expect(prepareSecondFactor(context, sam).link).not.toBe(first.link);
});

test('a facilitator may set one up, moves it to another phone by the password, and every other sign-in ends', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	const old = givenSecondFactor(context, sam);
	const elsewhere = await signedInBy(context, sam);
	const there = giveCode(context, { replaces: elsewhere.secret, code: phoneCode(context, old) });
	prepareSecondFactor(context, sam);
	const secret = findSecondFactor(context.db, sam.staffId)!.pendingSecret!;
	const attempt = { code: phoneCode(context, { secret }), password: 'guess' };
	expect(await confirmOwnFactor(context, sam, attempt)).toMatchObject({ code: 'wrong-password' });
	const moved = await confirmOwnFactor(context, sam, { ...attempt, password: PASSWORD });
	expect(moved.done && identifyStaff(context, moved.value.secret)).toMatchObject({ staffId: sam.staffId });
	expect(there.done && identifyStaff(context, there.value.secret)).toBeNull();
	later(context, 60);
	const { secret: replaces } = await signedInBy(context, sam);
	expect(giveCode(context, { replaces, code: phoneCode(context, old) })).toMatchObject({ code: 'wrong-code' });
	expect(giveCode(context, { replaces, code: phoneCode(context, { secret }) })).toMatchObject({ done: true });
});

test('a facilitator turns it off by password and code; a lead cannot', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	const phone = givenSecondFactor(context, sam);
	const waiting = await signedInBy(context, sam);
	const noCode = await removeSecondFactor(context, sam, { password: PASSWORD, code: '000000' });
	expect(noCode).toMatchObject({ code: 'wrong-code' });
	const off = await removeSecondFactor(context, sam, { password: PASSWORD, code: phoneCode(context, phone) });
	expect(off).toMatchObject({ done: true, value: { waitsFor: null } });
	expect(identifyStaff(context, waiting.secret)).toBeNull();
	expect(identifyHalfWay(context, waiting.secret)).toBeNull();
	const lead = await leadWithPhone();
	const proof = { password: PASSWORD, code: phoneCode(lead.context, lead.phone) };
	expect(await removeSecondFactor(lead.context, lead.ruth, proof)).toMatchObject({ code: 'second-factor-needed' });
});

test('a role that needs it counts from the next page on, and so does one that does not', async () => {
	const context = testContext();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const sam = await givenAccount(context);
	const { secret } = await signedInBy(context, sam);
	expect(identifyStaff(context, secret)).toMatchObject({ roles: ['facilitator'] });
	const duties = { name: 'Sam Okafor', areaIds: [], sides: [], staffId: sam.staffId };
	changeDuties(context, administrator, { ...duties, roles: ['lead'], version: 2 });
	expect(identifyStaff(context, secret)).toBeNull();
	expect(identifyHalfWay(context, secret)).toMatchObject({ actor: { roles: ['lead'] }, waitsFor: 'set-up' });
	changeDuties(context, administrator, { ...duties, roles: ['facilitator'], version: 3 });
	expect(identifyStaff(context, secret)).toMatchObject({ roles: ['facilitator'] });
});

test('an administrator resets another’s: phone, password and sign-ins end, and a link brings them back', async () => {
	const { context, ruth, phone, replaces } = await leadWithPhone();
	const given = giveCode(context, { replaces, code: phoneCode(context, phone) });
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const { version } = findStaffMember(context.db, administrator, ruth.staffId)!;
	const reset = resetSecondFactor(context, administrator, { staffId: ruth.staffId, version });
	if (!reset.done) throw new Error(reset.code);
	expect(given.done && identifyStaff(context, given.value.secret)).toBeNull();
	const before = await signIn(context, { email: ruth.email, password: PASSWORD });
	expect(before).toMatchObject({ code: 'wrong-email-or-password' });
	const { linkSecret } = reset.value;
	const back = await acceptInvitation(context, { linkSecret, password: 'green wheel quiet harbour' });
	expect(back).toMatchObject({ done: true, value: { waitsFor: 'set-up' } });
});

test('nobody resets their own, nor what is not there, and nobody but an administrator resets at all', async () => {
	const context = testContext();
	const jo = await givenAccount(context, { roles: ['administrator'] });
	givenSecondFactor(context, jo);
	const sam = givenStaff(context);
	expect(resetSecondFactor(context, jo, { staffId: jo.staffId, version: 2 })).toMatchObject({ code: 'oneself' });
	expect(resetSecondFactor(context, jo, { staffId: sam.staffId, version: 1 })).toMatchObject({
		code: 'no-second-factor',
	});
	for (const role of ['facilitator', 'coordinator', 'lead'] as const) {
		const other = givenStaff(context, { roles: [role] });
		expect(resetSecondFactor(context, other, { staffId: jo.staffId, version: 2 })).toMatchObject({ code: 'not-found' });
	}
});

test('a one-time link replaces the password alone: the second factor is asked for all the same', async () => {
	const { context, ruth } = await leadWithPhone();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const { version } = findStaffMember(context.db, administrator, ruth.staffId)!;
	const link = renewLink(context, administrator, { staffId: ruth.staffId, version });
	const linkSecret = link.done ? link.value.linkSecret : '';
	const accepted = await acceptInvitation(context, { linkSecret, password: 'green wheel quiet harbour' });
	expect(accepted).toMatchObject({ done: true, value: { waitsFor: 'code' } });
});

test('the demonstration shows the code that works, and no other mode ever does', async () => {
	const { context, ruth, phone, replaces } = await leadWithPhone();
	for (const mode of ['test', 'production'] as const) {
		const elsewhere = { ...context, config: { ...context.config, mode } };
		expect(showDemonstrationCode(elsewhere, ruth), mode).toBeNull();
	}
	const demo = { ...context, config: { ...context.config, mode: 'demo' as const } };
	expect(showDemonstrationCode(demo, ruth)).toBe(phoneCode(context, phone));
	expect(giveCode(demo, { replaces, code: phoneCode(context, phone) })).toMatchObject({ done: true });
	expect(showDemonstrationCode(demo, ruth)).toBe(phoneCode(context, phone, 1));
	const again = (await signedInBy(context, ruth)).secret;
	giveCode(demo, { replaces: again, code: phoneCode(context, phone, 1) });
	expect(showDemonstrationCode(demo, ruth)).toBe('wait');
});
