import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	type BookedCatchUp,
	bookedPlans,
	type CatchUpRecord,
	catchUpsLeft,
	catchUpsOf,
	makesUpFor,
	mayBeBooked,
} from '#app/domain/attendance/catch-ups.ts';
import { MARKS } from '#app/domain/attendance/marks.ts';
import { calendarDay, daysBetween, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import { fact, facts, timeOfPlan } from './facts.ts';

const rules = { lateMinutes: 15, catchUps: { allowed: 2, withinDays: 28 } };
const missedOn = timeOfPlan(1).day;
const dayAfter = (days: number) => plusMinutes(timeOfPlan(1).startsAt, days * 24 * 60 + 180);
const record = (changes: Partial<CatchUpRecord> = {}): CatchUpRecord => ({
	...{ facts: facts('N'), done: [], booked: [], isActive: true },
	...changes,
});
const booking = (planNumber: number, changes = {}) => ({
	...{
		planNumber,
		sessionId: `c${planNumber}` as SessionId,
		startsAt: timeOfPlan(planNumber + 1).startsAt,
		mark: null,
	},
	...changes,
});
const statesOf = (own: CatchUpRecord, days = 1) =>
	catchUpsOf(own, rules, dayAfter(days)).map(({ planNumber, state }) => `${planNumber} ${state}`);

test('a catch-up is needed up to and with its last day, and expired on the day after', () => {
	expect(catchUpsOf(record(), rules, dayAfter(28))).toEqual([
		{
			...{ planNumber: 1, state: 'needed', missedOn, lastDay: plusDays(missedOn, 28) },
			...{ sessionId: null, day: null },
		},
	]);
	expect(statesOf(record(), 29)).toEqual(['1 expired']);
});

test('booked stands while its register says nothing, after the last day too, and absent makes it needed again', () => {
	expect(statesOf(record({ booked: [booking(1)] }))).toEqual(['1 booked']);
	expect(statesOf(record({ booked: [booking(1)] }), 40)).toEqual(['1 booked']);
	for (const mark of ['absent-no-contact', 'absent-notified', 'stood-down'] as const) {
		expect(statesOf(record({ booked: [booking(1, { mark })] }), 8)).toEqual(['1 needed']);
	}
	// An apology in advance may be taken back: it is booked until it begins.
	expect(statesOf(record({ booked: [booking(1, { mark: 'absent-notified' })] }), 1)).toEqual(['1 booked']);
	const both = [booking(1), booking(2, { mark: 'attended' }), booking(3, { mark: 'absent-notified' })];
	expect(bookedPlans(both, dayAfter(1))).toEqual([1, 3]);
	expect(bookedPlans(both, dayAfter(60))).toEqual([1]);
});

test('done counts once, and nothing is needed of what was attended, not held, or of a place that has ended', () => {
	const done = [{ planNumber: 1, doneOn: calendarDay('2026-01-20'), sessionId: 'c1' as SessionId }];
	expect(statesOf(record({ done, booked: [booking(1)] }))).toEqual(['1 done']);
	expect(statesOf(record({ facts: facts('P'), done }))).toEqual([]);
	expect(statesOf(record({ facts: facts('x') }))).toEqual([]);
	expect(statesOf(record({ isActive: false }))).toEqual([]);
	expect(statesOf(record({ isActive: false, done }))).toEqual(['1 done']);
});

test('being there makes up for the plan, but not too late, and nothing else does', () => {
	const made = MARKS.filter((mark) => makesUpFor({ expected: true, mark, minutes: 15 }, 15));
	expect(made).toEqual(['attended', 'late', 'left-early']);
	expect(MARKS.filter((mark) => makesUpFor({ expected: true, mark, minutes: 16 }, 15))).toEqual(['attended']);
	expect(makesUpFor({ expected: true, mark: null, minutes: null }, 15)).toBe(false);
	expect(makesUpFor({ expected: false, mark: 'attended', minutes: null }, 15)).toBe(false);
});

test('booking is refused with what would have to be otherwise', () => {
	const wanted = { planNumber: 1, day: plusDays(missedOn, 28), overridesExpiry: false };
	const ask = (own: CatchUpRecord, changes = {}, days = 1) => {
		const outcome = mayBeBooked(catchUpsOf(own, rules, dayAfter(days)), { ...wanted, ...changes }, rules);
		return outcome.done ? 'done' : outcome.code;
	};
	expect(ask(record())).toBe('done');
	// It is the day of the catch-up that has to be in time, not the day on which it is entered.
	expect(ask(record(), {}, 60)).toBe('done');
	expect(ask(record(), { day: plusDays(missedOn, 29) })).toBe('too-late');
	expect(ask(record(), { day: plusDays(missedOn, 29), overridesExpiry: true })).toBe('done');
	expect(ask(record(), { day: plusDays(missedOn, -1), overridesExpiry: true })).toBe('before-missed');
	expect(ask(record(), { planNumber: 2 })).toBe('not-needed');
	expect(ask(record({ booked: [booking(1)] }))).toBe('catch-up-booked');
	expect(ask(record({ facts: facts('NNN'), booked: [booking(2), booking(3)] }))).toBe('none-left');
	expect(ask(record({ facts: facts('NNN'), booked: [booking(2)] }))).toBe('done');
});

test('a session whose day an import does not know leaves open until when', () => {
	const undated = catchUpsOf(
		record({ facts: [fact(1, 'late', { minutes: 30, startsAt: null })] }),
		rules,
		dayAfter(999),
	);
	expect(undated).toMatchObject([{ state: 'needed', lastDay: null }]);
});

/** The slow and obvious answer: each plan by itself, each mark in words. */
function byHand(own: CatchUpRecord, now: Instant, plan: number): string | null {
	const rows = own.facts.filter((row) => row.planNumber === plan && row.expected && row.sessionState === 'held');
	const tooShort = (row: (typeof rows)[number]) =>
		(row.mark === 'late' || row.mark === 'left-early') && row.minutes !== null && row.minutes > 15;
	const was = (row: (typeof rows)[number]) => ['attended', 'late', 'left-early'].includes(row.mark ?? '');
	if (rows.some((row) => was(row) && !tooShort(row))) return null;
	if (own.done.some(({ planNumber }) => planNumber === plan)) return 'done';
	const owed = rows.filter((row) => row.mark !== null && (!was(row) || tooShort(row)));
	if (owed.length === 0 || !own.isActive) return null;
	const isAhead = (startsAt: string) => startsAt > now;
	const answersNothing = (one: BookedCatchUp) =>
		one.mark === null || (one.mark === 'absent-notified' && isAhead(one.startsAt));
	if (own.booked.some((one) => one.planNumber === plan && answersNothing(one))) return 'booked';
	const passed = owed.map((row) => daysBetween(dayOf(row.startsAt!), dayOf(now)));
	return Math.min(...passed) <= 28 ? 'needed' : 'expired';
}

test('whatever was marked, booked and done, each plan stands as it does when it is looked at by hand', () => {
	const rows = fc.record({
		...{ planNumber: fc.integer({ min: 1, max: 4 }), mark: fc.constantFrom(...MARKS, null) },
		...{ minutes: fc.constantFrom(null, 10, 16), expected: fc.boolean() },
		sessionState: fc.constantFrom('held', 'held', 'held', 'cancelled', 'scheduled'),
		week: fc.integer({ min: 1, max: 8 }),
	});
	const plans = fc.uniqueArray(fc.integer({ min: 1, max: 4 }));
	const marks = fc.constantFrom(...MARKS, null, null);
	const days = fc.integer({ min: 0, max: 90 });
	const all = {
		rows: fc.array(rows, { maxLength: 6 }),
		done: plans,
		booked: plans,
		mark: marks,
		days,
		isActive: fc.boolean(),
	};
	fc.assert(
		fc.property(fc.record(all), ({ rows: drawn, done, booked, mark, days: after, isActive }) => {
			const own: CatchUpRecord = {
				facts: drawn.map(({ week, planNumber, mark: made, ...row }) =>
					fact(planNumber, made, { ...row, startsAt: timeOfPlan(week).startsAt } as never),
				),
				done: done.map((planNumber) => ({ planNumber, doneOn: null, sessionId: null })),
				booked: booked.map((planNumber) => booking(planNumber, { mark })),
				isActive,
			};
			const now = dayAfter(after);
			const found = catchUpsOf(own, rules, now);
			const expected = [1, 2, 3, 4].flatMap((plan) => {
				const state = byHand(own, now, plan);
				return state === null ? [] : [`${plan} ${state}`];
			});
			expect(found.map(({ planNumber, state }) => `${planNumber} ${state}`)).toEqual(expected);
			const used = expected.filter((line) => /done|booked/.test(line)).length;
			expect(catchUpsLeft(found, rules)).toBe(Math.max(0, 2 - used));
		}),
		{ numRuns: 500 },
	);
});
