import { expect, test } from 'vitest';
import {
	type PlaceFacts,
	partnerContactMissingSince,
	referrerContactMissingSince,
	referrerContactsMissing,
} from '#app/domain/gaps/place-gaps.ts';
import { checkReferrerContact } from '#app/domain/gaps/referrer-contact.ts';
import { type CalendarDay, calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';

const first = calendarDay('2026-01-06');
/** The days on which so many plans were held, a week apart. */
const weeks = (many: number): CalendarDay[] => Array.from({ length: many }, (_, week) => plusDays(first, 7 * week));
const place = (more: Partial<PlaceFacts> = {}): PlaceFacts => ({
	...{ state: 'on-programme', joinsAtPlan: 1, enrolledOn: first, side: 'perpetrator', plans: 17, heldOn: [] },
	...{ contactsAsked: 3, contacts: 0, isPartnerAttempted: false },
	...more,
});
const since = (more: Partial<PlaceFacts>) => referrerContactMissingSince(place(more));

test('of three contacts over 17 plans one is due after the sixth, the second after the twelfth, the third after the last', () => {
	expect(since({ heldOn: weeks(5) })).toBeNull();
	expect(since({ heldOn: weeks(6) })).toBe(weeks(6)[5]);
	expect(since({ heldOn: weeks(16) })).toBe(weeks(6)[5]);
	expect(since({ heldOn: weeks(11), contacts: 1 })).toBeNull();
	expect(since({ heldOn: weeks(12), contacts: 1 })).toBe(weeks(12)[11]);
	expect(since({ heldOn: weeks(16), contacts: 2 })).toBeNull();
	expect(since({ heldOn: weeks(17), contacts: 2 })).toBe(weeks(17)[16]);
	expect(since({ heldOn: weeks(17), contacts: 3 })).toBeNull();
});

test('of the contacts that are due, those that are not documented are missing, and none that is still to come', () => {
	const missing = (more: Partial<PlaceFacts>) => referrerContactsMissing(place(more));
	expect([5, 6, 11, 12, 16, 17].map((held) => missing({ heldOn: weeks(held) }))).toEqual([0, 1, 1, 2, 2, 3]);
	expect(missing({ heldOn: weeks(12), contacts: 1 })).toBe(1);
	expect(missing({ heldOn: weeks(12), contacts: 2 })).toBe(0);
	expect(missing({ state: 'completed', heldOn: weeks(15), contacts: 1 })).toBe(2);
	expect(missing({ state: 'left', heldOn: weeks(17) })).toBe(0);
	expect(missing({ heldOn: weeks(19) })).toBe(3);
	expect(missing({ joinsAtPlan: 3, heldOn: weeks(5) })).toBe(1);
});

test('who joins later owes them over the plans from there; a programme that asks for none is owed none', () => {
	expect(since({ joinsAtPlan: 3, heldOn: weeks(4) })).toBeNull();
	expect(since({ joinsAtPlan: 3, heldOn: weeks(5) })).toBe(weeks(5)[4]);
	expect(since({ heldOn: weeks(17), contactsAsked: 0 })).toBeNull();
	expect(since({ heldOn: weeks(17), contactsAsked: 1 })).toBe(weeks(17)[16]);
	expect(since({ joinsAtPlan: 17, heldOn: weeks(1) })).toBe(first);
});

test('a place that ended early owes none, one that was completed owes them all', () => {
	for (const state of ['left', 'removed'] as const) expect(since({ state, heldOn: weeks(17) })).toBeNull();
	expect(since({ state: 'completed', heldOn: weeks(15), contacts: 2 })).toBe(weeks(15)[14]);
	expect(since({ state: 'completed', heldOn: weeks(15), contacts: 3 })).toBeNull();
	expect(since({ state: 'completed', heldOn: [] })).toBeNull();
	expect(since({ state: 'enrolled', heldOn: weeks(6) })).toBe(weeks(6)[5]);
});

test('a first contact with the partner is missing from the fifteenth day on, of every man whose place goes on', () => {
	const at = (day: string, more: Partial<PlaceFacts> = {}) => partnerContactMissingSince(place(more), calendarDay(day));
	expect(at('2026-01-20')).toBeNull();
	expect(at('2026-01-21')).toBe('2026-01-20');
	expect(at('2026-01-21', { isPartnerAttempted: true })).toBeNull();
	expect(at('2026-01-21', { state: 'enrolled' })).toBe('2026-01-20');
	for (const state of ['left', 'removed', 'completed'] as const) expect(at('2026-03-21', { state })).toBeNull();
	for (const side of ['survivor', 'professional'] as const) expect(at('2026-03-21', { side })).toBeNull();
});

test('a contact with a referrer has a day that has come, not before the place, and words', () => {
	const context = { enrolledOn: first, today: calendarDay('2026-02-01') };
	const check = (on: string, words: string) => checkReferrerContact({ on: calendarDay(on), words }, context);
	expect(check('2026-02-01', ' Goals ')).toEqual({ done: true, value: 'Goals' });
	expect(check('2026-01-06', 'Goals')).toMatchObject({ done: true });
	expect(check('2026-02-02', 'Goals')).toMatchObject({ code: 'day-to-come' });
	expect(check('2026-01-05', 'Goals')).toMatchObject({ code: 'before-place', details: { enrolledOn: first } });
	expect(check('2026-02-01', '  ')).toMatchObject({ code: 'words-missing' });
});
