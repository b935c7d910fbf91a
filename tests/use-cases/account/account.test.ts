import { expect, test } from 'vitest';
import { changePassword } from '#app/use-cases/account/change-password.ts';
import { endOwnSignIns } from '#app/use-cases/account/end-own-sign-ins.ts';
import { listOwnSignIns, reviewAccount } from '#app/use-cases/account/review-account.ts';
import { giveCode } from '#app/use-cases/second-factor/give-code.ts';
import { endSignIns } from '#app/use-cases/staff/end-sign-ins.ts';
import { identifyStaff } from '#app/use-cases/staff/identify-staff.ts';
import { renewLink } from '#app/use-cases/staff/renew-link.ts';
import { signIn } from '#app/use-cases/staff/sign-in.ts';
import { findInvitation } from '#db/queries/staff.ts';
import { givenAccount, givenSecondFactor, later, PASSWORD, phoneCode, signedInBy } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const NEW = 'green wheel quiet harbour';

test('a password is changed by the one before: this browser goes on, every other sign-in and link ends', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const [here, there] = [await signedInBy(context, sam), await signedInBy(context, sam)];
	const link = renewLink(context, administrator, { staffId: sam.staffId, version: 2 });
	const changed = await changePassword(context, sam, { current: PASSWORD, chosen: NEW, replaces: here.secret });
	expect(changed.done && identifyStaff(context, changed.value.secret)).toMatchObject({ staffId: sam.staffId });
	for (const { secret } of [here, there]) expect(identifyStaff(context, secret)).toBeNull();
	const tokenHash = context.credentials.hashSecret(link.done ? link.value.linkSecret : '');
	expect(findInvitation(context.db, tokenHash, context.clock.now())).toBeNull();
	expect(await signIn(context, { email: sam.email, password: PASSWORD })).toMatchObject({ done: false });
	expect(await signIn(context, { email: sam.email, password: NEW })).toMatchObject({ done: true });
});

test('a changed password leaves the second factor proved where it was, and no further', async () => {
	const context = testContext();
	const ruth = await givenAccount(context, { roles: ['lead'] });
	const phone = givenSecondFactor(context, ruth);
	const { secret } = await signedInBy(context, ruth);
	const given = giveCode(context, { replaces: secret, code: phoneCode(context, phone) });
	const replaces = given.done ? given.value.secret : '';
	const changed = await changePassword(context, ruth, { current: PASSWORD, chosen: NEW, replaces });
	expect(changed).toMatchObject({ done: true, value: { waitsFor: null } });
});

test.each([
	[{ current: 'guess' }, 'wrong-password'],
	[{ chosen: 'short' }, 'password-too-short'],
	[{ chosen: 'Liverpool1' }, 'password-too-common'],
	[{ chosen: 'SamOkafor2026' }, 'password-is-own-name'],
	[{ chosen: 'Testham123!' }, 'password-is-own-name'],
	[{ replaces: 'nobody’s' }, 'not-found'],
])('a change with %j is refused, and nothing ends', async (change, code) => {
	const context = testContext();
	const sam = await givenAccount(context);
	const { secret } = await signedInBy(context, sam);
	const attempt = { current: PASSWORD, chosen: NEW, replaces: secret, ...change };
	expect(await changePassword(context, sam, attempt)).toMatchObject({ code });
	expect(identifyStaff(context, secret)).not.toBeNull();
});

test('guessing the old password on an open tablet waits after five guesses, and the sign-in page does not', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	const { secret: replaces } = await signedInBy(context, sam);
	const guess = (current: string) => changePassword(context, sam, { current, chosen: NEW, replaces });
	for (let count = 0; count < 5; count += 1) expect(await guess('guess')).toMatchObject({ code: 'wrong-password' });
	expect(await guess(PASSWORD)).toMatchObject({ code: 'too-many-attempts' });
	expect(await signIn(context, { email: sam.email, password: PASSWORD })).toMatchObject({ done: true });
});

test('one’s own sign-ins say where, since when and last seen, and which is this one; nobody else’s are among them', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	const other = await givenAccount(context, { name: 'Kezia Mensah' });
	await signedInBy(context, other);
	const first = await signIn(context, { email: sam.email, password: PASSWORD, device: 'Safari on iPad' });
	later(context, 600);
	const here = await signIn(context, { email: sam.email, password: PASSWORD, device: 'Chrome on Windows' });
	const secret = here.done ? here.value.secret : '';
	later(context, 600);
	identifyStaff(context, secret);
	expect(first.done && listOwnSignIns(context, sam, secret)).toMatchObject([
		{
			device: 'Chrome on Windows',
			isHere: true,
			createdAt: '2026-03-03T18:10:00Z',
			lastSeenAt: '2026-03-03T18:20:00Z',
		},
		{ device: 'Safari on iPad', isHere: false, createdAt: '2026-03-03T18:00:00Z', lastSeenAt: '2026-03-03T18:00:00Z' },
	]);
});

test('one is ended by its handle, or all the others; a stranger’s handle ends nothing', async () => {
	const context = testContext();
	const [sam, other] = [await givenAccount(context), await givenAccount(context, { name: 'Kezia Mensah' })];
	const [here, there, elsewhere] = [
		await signedInBy(context, sam),
		await signedInBy(context, sam),
		await signedInBy(context, sam),
	];
	const theirs = await signedInBy(context, other);
	const handleOf = ({ secret }: { secret: string }, actor = sam) =>
		listOwnSignIns(context, actor, secret).find(({ isHere }) => isHere)!.handle;
	const { secret } = here;
	const stranger = endOwnSignIns(context, sam, { which: handleOf(theirs, other), secret });
	expect([stranger, identifyStaff(context, theirs.secret)]).toMatchObject([
		{ code: 'not-found' },
		{ name: 'Kezia Mensah' },
	]);
	expect(endOwnSignIns(context, sam, { which: handleOf(there), secret })).toMatchObject({ done: true });
	expect([here, there, elsewhere].map((one) => identifyStaff(context, one.secret) !== null)).toEqual([
		true,
		false,
		true,
	]);
	endOwnSignIns(context, sam, { which: 'others', secret });
	expect([here, elsewhere, theirs].map((one) => identifyStaff(context, one.secret) !== null)).toEqual([
		true,
		false,
		true,
	]);
});

test('an administrator signs somebody out everywhere, and nobody else can', async () => {
	const context = testContext();
	const sam = await givenAccount(context);
	const { secret } = await signedInBy(context, sam);
	for (const role of ['facilitator', 'coordinator', 'lead'] as const) {
		expect(endSignIns(context, givenStaff(context, { roles: [role] }), sam.staffId)).toMatchObject({
			code: 'not-found',
		});
	}
	expect(identifyStaff(context, secret)).not.toBeNull();
	expect(endSignIns(context, givenStaff(context, { roles: ['administrator'] }), sam.staffId)).toMatchObject({
		done: true,
	});
	expect(identifyStaff(context, secret)).toBeNull();
	expect(await signedInBy(context, sam)).toMatchObject({ waitsFor: null });
});

test('what somebody reads of their own account holds no hash and no secret', async () => {
	const context = testContext();
	const ruth = await givenAccount(context, { roles: ['lead'] });
	const { secret } = givenSecondFactor(context, ruth);
	const text = JSON.stringify(reviewAccount(context, ruth, null));
	expect(text).toContain('"recoveryCodesLeft":10');
	expect(text).not.toContain(secret);
	expect(text).not.toContain('argon2');
});
