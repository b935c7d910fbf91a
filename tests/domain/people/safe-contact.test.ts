import { expect, test } from 'vitest';
import { checkSafeContact, isCurrent, isEmailAddress, type SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';

const TODAY = calendarDay('2026-03-03');

const draft: SafeContactDraft = {
	channel: 'email',
	address: 'alex@example.org',
	safeDays: ['monday', 'tuesday'],
	safeFrom: clockTime('09:00'),
	safeUntil: clockTime('17:00'),
	reviewBy: calendarDay('2026-03-31'),
};

test('a safe contact is kept with the address trimmed and the days in the order of the week, once each', () => {
	const checked = checkSafeContact(
		{ ...draft, address: ' alex@example.org ', safeDays: ['friday', 'monday', 'friday'] },
		TODAY,
	);
	expect(checked).toEqual({ done: true, value: { ...draft, safeDays: ['monday', 'friday'] } });
});

test.each<[string, Partial<SafeContactDraft>]>([
	['address-malformed', { address: 'alex' }],
	['no-safe-day', { safeDays: [] }],
	['hours-end-before-they-begin', { safeFrom: clockTime('17:00'), safeUntil: clockTime('09:00') }],
	['hours-end-before-they-begin', { safeFrom: clockTime('09:00'), safeUntil: clockTime('09:00') }],
	['review-not-ahead', { reviewBy: TODAY }],
	['review-not-ahead', { reviewBy: calendarDay('2026-03-02') }],
	['review-too-far-ahead', { reviewBy: calendarDay('2027-03-04') }],
])('a safe contact is refused: %s', (code, change) => {
	expect(checkSafeContact({ ...draft, ...change }, TODAY)).toMatchObject({ done: false, code });
});

test('a review may be set from tomorrow to a year ahead', () => {
	for (const day of ['2026-03-04', '2027-03-03']) {
		expect(checkSafeContact({ ...draft, reviewBy: calendarDay(day) }, TODAY).done).toBe(true);
	}
});

test('a safe contact may be relied on up to and including its review day', () => {
	expect(isCurrent(draft, calendarDay('2026-03-31'))).toBe(true);
	expect(isCurrent(draft, calendarDay('2026-04-01'))).toBe(false);
});

test.each(['a@b.uk', "o'neil.x+y@mail.example.org", `${'a'.repeat(64)}@example.org`])(
	'%s is one address',
	(address) => {
		expect(isEmailAddress(address)).toBe(true);
	},
);

test.each([
	'',
	'alex',
	'alex@',
	'@example.org',
	'alex@localhost',
	'alex@example',
	'alex@.example.org',
	'alex@example..org',
	'alex@-example.org',
	'alex.@example.org',
	'alex@example.org,other@example.org',
	'alex@example.org;other@example.org',
	'alex@example.org other@example.org',
	'alex@other@example.org',
	'Alex <alex@example.org>',
	'"alex"@example.org',
	'alex@example.org\r\nBcc: other@example.org',
	'álex@example.org',
	'alex@example.123',
	`${'a'.repeat(65)}@example.org`,
	`alex@${'a.'.repeat(130)}org`,
])('%j is not one plain address', (address) => {
	expect(isEmailAddress(address)).toBe(false);
});
