import { expect, test } from 'vitest';
import { type DecisionFacts, mayDecide } from '#app/domain/scheduling/changes/plan-decisions.ts';
import { type BookingFacts, lastGroupDay, suggestBooking } from '#app/domain/scheduling/changes/suggest-booking.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { closure, groupPlans, layOutInput, slot } from '../plans.ts';
import { termOf } from './terms.ts';

const OPEN = { bankHolidays: [], runsOnBankHoliday: false, closures: [], skippedWeeks: [] };
const booking = (changes: Partial<BookingFacts> = {}): BookingFacts => ({
	slots: [slot('tuesday', '18:30')],
	off: OPEN,
	after: calendarDay('2026-02-03'),
	lengthMinutes: 60,
	isFree: () => true,
	now: instant('2026-01-20T12:00:00Z'),
	...changes,
});
const suggested = (changes: Partial<BookingFacts> = {}) => {
	const time = suggestBooking(booking(changes));
	return time && `${time.day} ${time.startTime} ${time.lengthMinutes}`;
};

test('the suggestion is the usual start on the first free working day after the module’s last group session', () => {
	expect(suggested()).toBe('2026-02-04 18:30 60');
	expect(suggested({ after: calendarDay('2026-02-06') })).toBe('2026-02-09 18:30 60');
});

test('it is never in the past, not even by a minute', () => {
	expect(suggested({ now: instant('2026-03-02T18:29:59Z') })).toBe('2026-03-02 18:30 60');
	expect(suggested({ now: instant('2026-03-02T18:30:00Z') })).toBe('2026-03-03 18:30 60');
	expect(suggested({ after: null })).toBe('2026-01-20 18:30 60');
});

test('days on which nothing is held are passed over, and times at which the facilitators are busy', () => {
	expect(suggested({ off: { ...OPEN, closures: [closure('2026-02-04', '2026-02-05')] } })).toBe('2026-02-06 18:30 60');
	expect(suggested({ isFree: ({ day }) => day >= '2026-02-10' })).toBe('2026-02-10 18:30 60');
	const slots = [slot('thursday', '18:30'), slot('tuesday', '10:00'), slot('tuesday', '18:30')];
	expect(suggested({ slots, isFree: ({ startTime }) => startTime === '18:30' })).toBe('2026-02-04 18:30 60');
	expect(suggested({ slots })).toBe('2026-02-04 10:00 60');
});

test('there is none without a pattern, and none when nothing is free for sixty days', () => {
	expect(suggested({ slots: [] })).toBeNull();
	expect(suggested({ isFree: () => false })).toBeNull();
	expect(suggested({ isFree: ({ day }) => day >= '2026-04-03' })).toBe('2026-04-03 18:30 60');
	expect(suggested({ isFree: ({ day }) => day >= '2026-04-06' })).toBeNull();
});

test('the module ends with its last group session that stands', () => {
	const input = layOutInput({ plans: groupPlans(5, { 4: { kind: 'individual' } }) });
	const booked = { time: sessionTimeAt(calendarDay('2026-06-01'), clockTime('10:00'), 60) };
	expect(lastGroupDay(termOf(input, { 4: booked }), [2, 3, 4])).toBe('2026-01-27');
	expect(lastGroupDay(termOf(input, { 3: { state: 'cancelled' } }), [2, 3, 4])).toBe('2026-01-20');
	expect(lastGroupDay(termOf(input), [4])).toBeNull();
});

const now = instant('2026-01-21T12:00:00Z');
const [held, missed, next] = termOf(layOutInput(), { 1: { state: 'held' }, 2: { state: 'cancelled' } });
const facts = (changes: Partial<DecisionFacts> = {}): DecisionFacts => ({
	session: missed!,
	isScheduledAgain: false,
	isDecided: false,
	other: null,
	now,
	...changes,
});
const decided = (...args: Parameters<typeof mayDecide>) => {
	const outcome = mayDecide(...args);
	return outcome.done ? 'done' : outcome.code;
};

test('the plan of a cancelled session may be recorded as not delivered, once, and not when it was scheduled again', () => {
	expect(decided('not-delivered', facts())).toBe('done');
	expect(decided('not-delivered', facts({ isDecided: true }))).toBe('decided-already');
	expect(decided('not-delivered', facts({ isScheduledAgain: true }))).toBe('scheduled-again');
	expect(decided('not-delivered', facts({ session: held! }))).toBe('not-cancelled');
});

test('two plans are merged only for a cancelled session, with another that stands', () => {
	expect(decided('merged', facts({ other: next! }))).toBe('done');
	expect(decided('merged', facts())).toBe('other-session-missing');
	expect(decided('merged', facts({ other: missed! }))).toBe('other-session-unfit');
	expect(decided('merged', facts({ other: { ...next!, kind: 'individual' } }))).toBe('other-session-unfit');
	expect(decided('merged', facts({ other: { ...next!, state: 'cancelled' } }))).toBe('other-session-unfit');
	expect(decided('merged', facts({ session: next!, other: held! }))).toBe('not-cancelled');
	expect(decided('merged', facts({ other: next!, isScheduledAgain: true }))).toBe('scheduled-again');
});

test('a plan is split only when its session has started and stands', () => {
	expect(decided('split', facts({ session: held!, other: next! }))).toBe('done');
	expect(decided('split', facts({ session: next!, other: held! }))).toBe('not-held');
	expect(decided('split', facts({ other: next! }))).toBe('not-held');
	expect(decided('split', facts({ session: held! }))).toBe('other-session-missing');
	expect(decided('split', facts({ session: held!, other: held! }))).toBe('other-session-unfit');
});
