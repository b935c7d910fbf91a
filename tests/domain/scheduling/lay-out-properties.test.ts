import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LayOutInput, layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Closure, Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import {
	type CalendarDay,
	calendarDay,
	daysBetween,
	plusDays,
	WEEKDAYS,
	weekdayOf,
} from '#app/domain/shared/calendar-day.ts';
import { clockTimeAt } from '#app/domain/shared/clock-time.ts';
import { wallTimeOf } from '#app/domain/shared/instant.ts';

const origin = calendarDay('2026-01-01');
const day = fc.integer({ min: 0, max: 800 }).map((ahead) => plusDays(origin, ahead));
// Daytime on whole half hours and at most one slot a day, so that neither the spring gap nor an overlap refuses the case.
const slot = fc.record({
	weekday: fc.constantFrom(...WEEKDAYS),
	startTime: fc.integer({ min: 14, max: 42 }).map((half) => clockTimeAt(half * 30)),
});
const slots = fc.uniqueArray(slot, { minLength: 1, maxLength: 3, selector: (one) => one.weekday });
const range: fc.Arbitrary<Closure> = fc
	.record({ from: day, length: fc.integer({ min: 0, max: 21 }) })
	.map(({ from, length }) => ({ from, to: plusDays(from, length), label: 'closed' }));
const input: fc.Arbitrary<LayOutInput> = fc.record({
	plans: fc
		.array(
			fc.record({
				kind: fc.constantFrom('group', 'group', 'group', 'review', 'individual'),
				minutes: fc.integer({ min: 30, max: 180 }),
				gapBeforeWeeks: fc.constantFrom(0, 0, 0, 1, 3),
			}),
			{ minLength: 1, maxLength: 20 },
		)
		.map((plans) => plans.map((plan, index) => ({ ...plan, number: index + 1 }))),
	slots,
	earliestStart: day,
	bankHolidays: fc.array(
		day.map((date) => ({ date, title: 'holiday' })),
		{ maxLength: 12 },
	),
	runsOnBankHoliday: fc.boolean(),
	closures: fc.array(range, { maxLength: 4 }),
	skippedWeeks: fc.array(range, { maxLength: 2 }),
});

function layOut(given: LayOutInput) {
	const outcome = layOutSessions(given);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}

const timesOf = (given: LayOutInput) => layOut(given).sessions.flatMap(({ time }) => time ?? []);
const isClosed = (given: LayOutInput, at: CalendarDay) =>
	[...given.closures, ...given.skippedWeeks].some((closed) => closed.from <= at && at <= closed.to) ||
	(!given.runsOnBankHoliday && given.bankHolidays.some(({ date }) => date === at));
const always = (rule: (given: LayOutInput) => void) => fc.assert(fc.property(input, rule), { numRuns: 150 });

test('no session is ever on a closed day, and every skipped day is a closed one', () => {
	always((given) => {
		for (const time of timesOf(given)) expect(isClosed(given, time.day)).toBe(false);
		for (const { date } of layOut(given).skipped) expect(isClosed(given, date)).toBe(true);
	});
});

test('every plan is laid out once, in plan order, and sessions follow one another in time', () => {
	always((given) => {
		const { sessions } = layOut(given);
		expect(sessions.map(({ planNumber }) => planNumber)).toEqual(given.plans.map(({ number }) => number));
		expect(sessions.every(({ kind, time }) => (kind === 'individual') === (time === null))).toBe(true);
		const moments = timesOf(given).map(({ startsAt }) => startsAt);
		expect(moments).toEqual([...new Set(moments)].sort());
	});
});

test('the wall clock shows the time of a slot at every start, through every clock change', () => {
	always((given) => {
		for (const { startsAt, startTime, day: on } of timesOf(given)) {
			expect(wallTimeOf(startsAt)).toEqual({ day: on, time: startTime });
			expect(given.slots).toContainEqual({ weekday: weekdayOf(on), startTime });
		}
	});
});

test('without gaps a slot only ever moves by whole weeks, and each week between was closed', () => {
	always((drawn) => {
		const given = { ...drawn, plans: drawn.plans.map((plan) => ({ ...plan, gapBeforeWeeks: 0 })) };
		for (const one of given.slots) expect(unexplainedWeeks(given, one)).toEqual([]);
	});
});

test('after a gap at least that many whole weeks lie between the two sessions', () => {
	always((given) => {
		let previous: CalendarDay | null = null;
		for (const [index, { time }] of layOut(given).sessions.entries()) {
			const gap = given.plans[index]!.gapBeforeWeeks;
			if (time && previous) expect(daysBetween(previous, time.day)).toBeGreaterThanOrEqual(gap > 0 ? 7 * gap + 1 : 0);
			previous = time?.day ?? previous;
		}
	});
});

/** Days of the slot up to the last session that were neither used nor closed. */
function unexplainedWeeks(given: LayOutInput, one: Slot): CalendarDay[] {
	const { sessions, skipped, lastDay } = layOut(given);
	if (lastDay === null) return [];
	const known = [...sessions.map(({ time }) => time?.day), ...skipped.map(({ date }) => date)];
	const days = Array.from({ length: daysBetween(given.earliestStart, lastDay) + 1 }, (_, ahead) =>
		plusDays(given.earliestStart, ahead),
	);
	return days.filter((at) => weekdayOf(at) === one.weekday && !known.includes(at));
}
