import { expect, test } from 'vitest';
import { endOwnSignIns } from '#app/use-cases/account/end-own-sign-ins.ts';
import { forgetWhatRanOut, settleForm, throwAwayForm } from '#app/use-cases/kept-forms/forget-kept-forms.ts';
import { keepForm } from '#app/use-cases/kept-forms/keep-form.ts';
import { readKeptForms } from '#app/use-cases/kept-forms/read-kept-forms.ts';
import { deactivateStaff } from '#app/use-cases/staff/deactivate-staff.ts';
import { signOut } from '#app/use-cases/staff/sign-out.ts';
import { later } from '#tests/support/accounts.ts';
import { secretOf } from '#tests/support/app.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenStaff } from '#tests/support/world.ts';

const PATH = '/sessions/abc/register';
const FIELDS = [
	['mark-1', 'attended'],
	['note-1', 'Rang on the way'],
] as const;
const HOUR = 60 * 60;

function evening() {
	const context = testContext();
	const sam = givenStaff(context);
	const secret = secretOf(context, sam.staffId);
	return { context, sam, secret };
}

const keep = (context: TestContext, secret: string, change: Partial<Parameters<typeof keepForm>[1]> = {}) =>
	keepForm(context, { secret, key: null, path: PATH, pageName: 'Register', fields: FIELDS, ...change });

function keyOf(outcome: ReturnType<typeof keepForm>): string {
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value.key;
}

test('what was typed when the sign-in had run out is there for its owner, in the browser that holds the key', () => {
	const { context, sam, secret } = evening();
	later(context, 5 * HOUR);
	const key = keyOf(keep(context, secret));
	expect(readKeptForms(context, sam.staffId, key)).toMatchObject([
		{ path: PATH, pageName: 'Register', fields: FIELDS },
	]);
	expect(readKeptForms(context, sam.staffId, null)).toEqual([]);
	expect(readKeptForms(context, sam.staffId, context.credentials.newSecret())).toEqual([]);
});

test('nobody else learns of it, in the same browser neither', () => {
	const { context, secret } = evening();
	later(context, 5 * HOUR);
	const key = keyOf(keep(context, secret));
	expect(readKeptForms(context, givenStaff(context).staffId, key)).toEqual([]);
});

test('the database holds nothing that can be read of it, and not the key', () => {
	const { context, secret } = evening();
	later(context, 5 * HOUR);
	const key = keyOf(keep(context, secret));
	const dump = JSON.stringify(context.db.$client.prepare('select * from kept_forms').all());
	expect(dump).toContain(PATH);
	expect(dump).not.toMatch(/attended|Rang/);
	expect(dump).not.toContain(key);
});

test('it is kept for twelve hours', () => {
	const { context, sam, secret } = evening();
	later(context, 5 * HOUR);
	const key = keyOf(keep(context, secret));
	later(context, 12 * HOUR - 1);
	expect(readKeptForms(context, sam.staffId, key)).toHaveLength(1);
	later(context, 1);
	expect(readKeptForms(context, sam.staffId, key)).toEqual([]);
	forgetWhatRanOut(context);
	expect(context.db.$client.prepare('select count(*) as n from kept_forms').get()).toEqual({ n: 0 });
});

test.each([
	['signed out', ({ context, secret }: ReturnType<typeof evening>) => signOut(context, secret)],
	[
		'was signed out from another place',
		({ context, sam }: ReturnType<typeof evening>) =>
			endOwnSignIns(context, sam, { which: 'others', secret: secretOf(context, sam.staffId) }),
	],
	[
		'was deactivated',
		({ context, sam }: ReturnType<typeof evening>) =>
			deactivateStaff(context, givenStaff(context, { roles: ['administrator'] }), { staffId: sam.staffId, version: 1 }),
	],
])('nothing is kept for somebody who %s', (_, end) => {
	const given = evening();
	const { context, secret } = given;
	end(given);
	later(context, 5 * HOUR);
	expect(keep(context, secret)).toMatchObject({ code: 'nobody' });
});

test('what was kept goes with the account', () => {
	const { context, sam, secret } = evening();
	later(context, 5 * HOUR);
	keep(context, secret);
	deactivateStaff(context, givenStaff(context, { roles: ['administrator'] }), { staffId: sam.staffId, version: 1 });
	expect(context.db.$client.prepare('select count(*) as n from kept_forms').get()).toEqual({ n: 0 });
});

test('a cookie that is nobody’s, or ran out more than a week ago, keeps nothing', () => {
	const { context, secret } = evening();
	expect(keep(context, 'nobody’s')).toMatchObject({ code: 'nobody' });
	later(context, 4 * HOUR + 7 * 24 * HOUR - 1);
	expect(keep(context, secret)).toMatchObject({ done: true });
	later(context, 1);
	expect(keep(context, secret)).toMatchObject({ code: 'nobody' });
});

test('the newest of an address counts, and the newest three in all', () => {
	const { context, sam, secret } = evening();
	later(context, 5 * HOUR);
	const key = keyOf(keep(context, secret));
	later(context, 60);
	keep(context, secret, { key, fields: [['mark-1', 'late']] });
	expect(readKeptForms(context, sam.staffId, key).map(({ fields }) => fields)).toEqual([[['mark-1', 'late']]]);
	for (const path of ['/a', '/b', '/c']) {
		later(context, 60);
		keep(context, secret, { key, path });
	}
	expect(readKeptForms(context, sam.staffId, key).map(({ path }) => path)).toEqual(['/a', '/b', '/c']);
});

test('what was saved is forgotten, and what is thrown away only by its owner', () => {
	const { context, sam, secret } = evening();
	later(context, 5 * HOUR);
	const key = keyOf(keep(context, secret));
	keep(context, secret, { key, path: '/cohorts/new' });
	settleForm(context, sam, { key, path: PATH });
	const [left] = readKeptForms(context, sam.staffId, key);
	expect(left).toMatchObject({ path: '/cohorts/new' });
	throwAwayForm(context, givenStaff(context), left!.id);
	expect(readKeptForms(context, sam.staffId, key)).toHaveLength(1);
	throwAwayForm(context, sam, left!.id);
	expect(readKeptForms(context, sam.staffId, key)).toEqual([]);
});

test('too much is not kept, and nothing for an address outside', () => {
	const { context, secret } = evening();
	later(context, 5 * HOUR);
	expect(keep(context, secret, { fields: [['note', 'x'.repeat(250_000)]] })).toMatchObject({ code: 'too-large' });
	expect(keep(context, secret, { path: '//evil.example/' })).toMatchObject({ code: 'not-kept-here' });
});
