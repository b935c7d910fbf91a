import { expect, test } from 'vitest';
import { type PatternChange, planPatternChange } from '#app/domain/scheduling/changes/change-pattern.ts';
import type { TermSession } from '#app/domain/scheduling/changes/term.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { closure, groupPlans, layOutInput, slot } from '../plans.ts';
import { moveInput, termOf } from './terms.ts';

const six = layOutInput({ plans: groupPlans(6) });
const held = { state: 'held', recorded: 'more' } as const;

function change(term: readonly TermSession[], changes: Partial<PatternChange> = {}): PatternChange {
	const { plans, slots, off } = moveInput(six, term, { planNumber: 1, day: '2026-01-13' });
	const from = calendarDay('2026-01-13');
	return { term, plans, slots, off, from, hasHadMembers: true, now: instant('2026-01-22T09:00:00Z'), ...changes };
}

function movesOf(input: PatternChange): string[] {
	const outcome = planPatternChange(input);
	if (!outcome.done) throw new Error(`refused: ${outcome.code}`);
	return outcome.value.moves.map(({ planNumber, to }) => `${planNumber} ${to.day} ${to.startTime}`);
}

test('the same pattern moves nothing', () => {
	expect(movesOf(change(termOf(six, { 1: held, 2: held })))).toEqual([]);
});

test('past sessions stay, and the plans to come are laid over the new pattern', () => {
	const thursdays = change(termOf(six, { 1: held, 2: held }), { slots: [slot('thursday', '10:00')] });
	expect(movesOf(thursdays)).toEqual([
		'3 2026-01-22 10:00',
		'4 2026-01-29 10:00',
		'5 2026-02-05 10:00',
		'6 2026-02-12 10:00',
	]);
});

test('a slot of today that is over is passed by, and so is one that starts this minute', () => {
	const thursdays = (now: string) =>
		movesOf(change(termOf(six, { 1: held, 2: held }), { slots: [slot('thursday', '10:00')], now: instant(now) }))[0];
	expect(thursdays('2026-01-22T09:59:59Z')).toBe('3 2026-01-22 10:00');
	expect(thursdays('2026-01-22T10:00:00Z')).toBe('3 2026-01-29 10:00');
});

test('never before today, whatever start was entered; a later start is kept', () => {
	const from = (day: string) =>
		movesOf(change(termOf(six), { from: calendarDay(day), now: instant('2026-01-10T09:00:00Z') }));
	expect(from('2025-12-02')).toEqual([]);
	expect(from('2026-01-21')[0]).toBe('1 2026-01-27 18:30');
});

test('only a cohort that never had a member is laid out into the past', () => {
	const start = { from: calendarDay('2025-12-02') };
	expect(movesOf(change(termOf(six), { ...start, hasHadMembers: false }))[0]).toBe('1 2025-12-02 18:30');
	expect(movesOf(change(termOf(six), { ...start, hasHadMembers: false })).at(-1)).toBe('6 2026-01-06 18:30');
});

test('a session with an apology stays and the plans after it follow it', () => {
	const term = termOf(six, { 1: held, 2: held, 3: { recorded: 'apologies' } });
	expect(movesOf(change(term, { slots: [slot('thursday', '10:00')] }))).toEqual([
		'4 2026-01-29 10:00',
		'5 2026-02-05 10:00',
		'6 2026-02-12 10:00',
	]);
});

test('a session that stays and would be overtaken refuses the pattern', () => {
	const term = termOf(six, { 1: held, 2: held, 4: { recorded: 'apologies' } });
	const late = change(term, { from: calendarDay('2026-03-01') });
	expect(planPatternChange(late)).toMatchObject({ done: false, code: 'out-of-order', details: { other: 4 } });
});

test('gaps are counted from the last session that stays', () => {
	const plans = groupPlans(6, { 3: { gapBeforeWeeks: 2 } });
	const input = layOutInput({ plans });
	const term = termOf(input, { 1: held, 2: held });
	expect(movesOf(change(term, { plans }))).toEqual([]);
	expect(movesOf(change(term, { plans, slots: [slot('wednesday', '18:30')] }))[0]).toBe('3 2026-02-04 18:30');
});

test('a week left out moves the sessions after it on, and only those', () => {
	const term = termOf(six, { 1: held, 2: held });
	const off = { ...change(term).off, skippedWeeks: [closure('2026-02-02', '2026-02-08')] };
	expect(movesOf(change(term, { off }))).toEqual(['4 2026-02-10 18:30', '5 2026-02-17 18:30', '6 2026-02-24 18:30']);
});

test('individual sessions stay as they are, and do not break two slots of one day apart', () => {
	const plans = groupPlans(4, { 2: { kind: 'individual' } });
	const slots = [slot('tuesday', '10:00'), slot('tuesday', '14:00')];
	const input = layOutInput({ plans, slots });
	const booked = { time: sessionTimeAt(calendarDay('2026-01-14'), clockTime('10:00'), 60) };
	const now = instant('2026-01-12T09:00:00Z');
	expect(movesOf(change(termOf(input), { plans, slots, now }))).toEqual([]);
	expect(movesOf(change(termOf(input, { 2: booked }), { plans, slots, now }))).toEqual([]);
});

test('the second slot of a day follows the session that has begun in the first', () => {
	const slots = [slot('tuesday', '10:00'), slot('tuesday', '14:00')];
	const input = layOutInput({ plans: groupPlans(4), slots });
	const now = instant('2026-01-13T10:30:00Z');
	expect(movesOf(change(termOf(input), { slots, now }))).toEqual([]);
	const longer = termOf(input, { 1: { time: sessionTimeAt(calendarDay('2026-01-13'), clockTime('10:00'), 300) } });
	expect(movesOf(change(longer, { slots, now }))[0]).toBe('2 2026-01-20 10:00');
});

test('a pattern at fault is refused as laying out is', () => {
	expect(planPatternChange(change(termOf(six), { slots: [] }))).toMatchObject({ done: false, code: 'no-slot' });
});
