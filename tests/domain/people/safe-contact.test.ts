import { expect, test } from 'vitest';
import {
	checkConfirmation,
	checkSafeContact,
	mayRing,
	type SafeContact,
	type SafeContactDraft,
	standingOf,
} from '#app/domain/people/safe-contact.ts';
import { needsSecondPerson } from '#app/domain/people/second-person.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';

const TODAY = calendarDay('2026-03-03');
const NOW = { today: TODAY, numbers: 'uk', languages: ['cy'] } as const;

const draft: SafeContactDraft = {
	channel: 'email',
	address: 'alex@example.org',
	safeDays: ['monday', 'tuesday'],
	safeFrom: clockTime('09:00'),
	safeUntil: clockTime('17:00'),
	reviewBy: calendarDay('2026-03-31'),
	mayLeaveVoicemail: false,
	mayNameOrganisation: false,
	withholdsNumber: true,
	codeWord: null,
	language: null,
};

test('a safe contact is kept with the address trimmed and the days in the order of the week, once each', () => {
	const checked = checkSafeContact(
		{ ...draft, address: ' alex@example.org ', safeDays: ['friday', 'monday', 'friday'] },
		NOW,
	);
	expect(checked).toEqual({ done: true, value: { ...draft, safeDays: ['monday', 'friday'] } });
});

test.each<[string, Partial<SafeContactDraft>]>([
	['contact-needs-checking', { address: 'alex' }],
	['contact-needs-checking', { channel: 'text' }],
	['contact-needs-checking', { channel: 'call', address: '0113 496' }],
	['code-word-too-long', { codeWord: 'x'.repeat(41) }],
	['unknown-language', { language: 'de' }],
	['no-safe-day', { safeDays: [] }],
	['hours-end-before-they-begin', { safeFrom: clockTime('17:00'), safeUntil: clockTime('09:00') }],
	['hours-end-before-they-begin', { safeFrom: clockTime('09:00'), safeUntil: clockTime('09:00') }],
	['review-not-ahead', { reviewBy: TODAY }],
	['review-not-ahead', { reviewBy: calendarDay('2026-03-02') }],
	['review-too-far-ahead', { reviewBy: calendarDay('2027-03-04') }],
])('a safe contact is refused: %s', (code, change) => {
	expect(checkSafeContact({ ...draft, ...change }, NOW)).toMatchObject({ done: false, code });
});

test('a review may be set from tomorrow to a year ahead', () => {
	for (const day of ['2026-03-04', '2027-03-03']) {
		expect(checkSafeContact({ ...draft, reviewBy: calendarDay(day) }, NOW).done).toBe(true);
	}
});

test('a number is kept in E.164, and a code word without the spaces around it; one of spaces is none', () => {
	const typed = { ...draft, channel: 'text', address: '07700 900 123', codeWord: ' heron ' } as const;
	expect(checkSafeContact(typed, NOW)).toMatchObject({ value: { address: '+447700900123', codeWord: 'heron' } });
	expect(checkSafeContact({ ...typed, codeWord: 'x'.repeat(40) }, NOW)).toMatchObject({ done: true });
	expect(checkSafeContact({ ...typed, codeWord: '  ' }, NOW)).toMatchObject({ value: { codeWord: null } });
});

test('numbers of other countries are kept only where the setting allows them', () => {
	const typed = { ...draft, channel: 'text', address: '+353 85 012 3456' } as const;
	expect(checkSafeContact(typed, NOW)).toMatchObject({ code: 'contact-needs-checking' });
	expect(checkSafeContact(typed, { ...NOW, numbers: 'any' })).toMatchObject({ value: { address: '+353850123456' } });
});

test('whatever else is wrong with a record is told before its address', () => {
	const wrong = { ...draft, address: 'alex', safeDays: [] };
	expect(checkSafeContact(wrong, NOW)).toMatchObject({ code: 'no-safe-day' });
	expect(checkSafeContact({ ...draft, address: 'alex', codeWord: 'x'.repeat(41) }, NOW)).toMatchObject({
		code: 'code-word-too-long',
	});
});

const FAILED = instant('2026-03-02T10:00:00Z');
const held = (change: Partial<SafeContact> = {}): SafeContact => ({
	...{ ...draft, id: asId('held'), isConfirmed: true, failingSince: null },
	...change,
});

test.each([
	['none', null, false, '2026-03-03'],
	['needs-checking', held({ isConfirmed: false, reviewBy: calendarDay('2026-03-01') }), true, '2026-03-03'],
	['unconfirmed', held({ isConfirmed: false, reviewBy: calendarDay('2026-03-01') }), false, '2026-03-03'],
	['failing', held({ failingSince: FAILED, reviewBy: calendarDay('2026-03-01') }), false, '2026-03-03'],
	['unconfirmed', held({ failingSince: FAILED, isConfirmed: false }), false, '2026-03-03'],
	['good', held(), false, '2026-03-23'],
	['soon', held(), false, '2026-03-24'],
	['soon', held(), false, '2026-03-31'],
	['overdue', held(), false, '2026-04-01'],
] as const)('a safe contact stands as %s', (standing, contact, isShared, today) => {
	expect(standingOf(contact, isShared, calendarDay(today))).toBe(standing);
	expect(mayRing(contact, isShared, calendarDay(today))).toBe(standing === 'good' || standing === 'soon');
});

test.each<[string, Partial<SafeContactDraft>, boolean]>([
	['nothing but the review', { reviewBy: calendarDay('2026-04-30') }, false],
	['the address', { address: 'other@example.org' }, true],
	['capitals of the address', { address: 'Alex@example.org' }, true],
	['the channel', { channel: 'call' }, true],
	['a day', { safeDays: ['monday'] }, true],
	['the hour from which', { safeFrom: clockTime('08:00') }, true],
	['the hour until which', { safeUntil: clockTime('18:00') }, true],
	['voicemail', { mayLeaveVoicemail: true }, true],
	['naming', { mayNameOrganisation: true }, true],
	['showing the number', { withholdsNumber: false }, true],
	['the code word', { codeWord: 'heron' }, true],
	['the language', { language: 'cy' }, true],
])('on the survivor side a change of %s needs a second person: %s', (_what, change, needs) => {
	expect(needsSecondPerson('survivor', { ...draft, ...change }, held())).toBe(needs);
	expect(needsSecondPerson('perpetrator', { ...draft, ...change }, held())).toBe(false);
});

test('a first record of the survivor side needs a second person, and so does one after a record that nobody confirmed', () => {
	expect(needsSecondPerson('survivor', draft, null)).toBe(true);
	expect(needsSecondPerson('survivor', draft, held({ isConfirmed: false }))).toBe(true);
	expect(needsSecondPerson('professional', draft, null)).toBe(false);
});

test('nobody confirms what they set themselves, nor what was confirmed', () => {
	const [setter, other] = [asId<never>('setter'), asId<never>('other')];
	const open = { isConfirmed: false, setById: setter };
	expect(checkConfirmation(open, other)).toMatchObject({ done: true });
	expect(checkConfirmation(open, setter)).toMatchObject({ code: 'own-record' });
	expect(checkConfirmation({ ...open, isConfirmed: true }, other)).toMatchObject({ code: 'already-confirmed' });
	expect(checkConfirmation({ ...open, isConfirmed: true }, setter)).toMatchObject({ code: 'already-confirmed' });
});
