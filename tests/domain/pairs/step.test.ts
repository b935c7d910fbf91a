import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PairSession, proposeStep, stepsOf } from '#app/domain/pairs/step.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { type CalendarDay, calendarDay, mondayOf, plusDays, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';

const NOW = instant('2026-03-04T12:00:00Z');

function session(planNumber: number, day: string | null, state: PairSession['state'] = 'scheduled'): PairSession {
	const time = day === null ? null : sessionTimeAt(calendarDay(day), clockTime('18:30'), 120)!;
	return { id: asId(`s${planNumber}-${day}`), planNumber, state, time };
}

/** His on Tuesdays, hers on Thursdays, from the week of 2 March. */
const his = ['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24'].map((day, index) => session(index + 1, day));
const hers = ['2026-03-05', '2026-03-12', '2026-03-19', '2026-03-26'].map((day, index) => session(index + 1, day));

test('two cohorts that meet on different days of the same weeks are in step, and nothing is proposed', () => {
	expect(stepsOf(his, hers).map(({ inStep }) => inStep)).toEqual([true, true, true, true]);
	expect(proposeStep(his, hers, NOW)).toBeNull();
	expect(proposeStep(hers, his, NOW)).toBeNull();
});

test('Sunday belongs to the week before, Monday to the one that begins', () => {
	expect(stepsOf([session(1, '2026-03-08')], [session(1, '2026-03-02')])[0]?.inStep).toBe(true);
	expect(stepsOf([session(1, '2026-03-08')], [session(1, '2026-03-09')])[0]?.inStep).toBe(false);
});

test('his are a week later from the second on: hers follow on their own weekday, or his come back on theirs', () => {
	const moved = [his[0]!, session(2, '2026-03-17'), session(3, '2026-03-24'), session(4, '2026-03-31')];
	expect(stepsOf(moved, hers).map(({ inStep }) => inStep)).toEqual([true, false, false, false]);
	expect(proposeStep(moved, hers, NOW)).toEqual({ sessionId: hers[1]!.id, planNumber: 2, to: '2026-03-19' });
	expect(proposeStep(hers, moved, NOW)).toEqual({ sessionId: moved[1]!.id, planNumber: 2, to: '2026-03-10' });
});

test('what was held or cancelled, or has begun, is not moved; one that is not booked is not compared', () => {
	const held = [session(1, '2026-02-24', 'held'), session(2, '2026-03-12')];
	expect(proposeStep([session(1, '2026-03-03'), session(2, '2026-03-10')], held, NOW)).toBeNull();
	const begun = [session(1, '2026-03-03')];
	expect(proposeStep([session(1, '2026-03-10')], begun, NOW)).toBeNull();
	const off = stepsOf([session(1, '2026-03-03', 'cancelled'), session(2, null)], [session(1, '2026-03-12')]);
	expect(off).toEqual([
		{ planNumber: 1, own: null, other: '2026-03-12', inStep: null },
		{ planNumber: 2, own: null, other: null, inStep: null },
	]);
});

test('a week whose day has passed is not proposed', () => {
	expect(proposeStep([session(1, '2026-03-05')], [session(1, '2026-03-10')], NOW)).toBeNull();
	expect(proposeStep([session(1, '2026-03-02')], [session(1, '2026-03-12')], NOW)).toMatchObject({ to: '2026-03-05' });
});

const days = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 17 });
const asTerm = (numbers: readonly number[]) =>
	numbers.map((number, index) => session(index + 1, plusDays(calendarDay('2026-03-02'), number)));

test('a proposal keeps the weekday, lands in the leader’s week, is never in the past, and there is none when all is in step', () => {
	fc.assert(
		fc.property(days, days, (one, two) => {
			const [leader, follower] = [asTerm(one), asTerm(two)];
			const proposal = proposeStep(leader, follower, NOW);
			const dayOfPlan = (term: readonly PairSession[], plan: number) => term[plan - 1]!.time!.day as CalendarDay;
			if (stepsOf(leader, follower).every(({ inStep }) => inStep !== false)) expect(proposal).toBeNull();
			if (proposal === null) return;
			const { planNumber, to } = proposal;
			expect(weekdayOf(to)).toBe(weekdayOf(dayOfPlan(follower, planNumber)));
			expect(mondayOf(to)).toBe(mondayOf(dayOfPlan(leader, planNumber)));
			expect(to >= '2026-03-04').toBe(true);
		}),
	);
});
