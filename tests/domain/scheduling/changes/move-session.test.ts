import { expect, test } from 'vitest';
import { sentenceForChange } from '#app/domain/scheduling/changes/change-refusals.ts';
import { faultOfMoving, planMove } from '#app/domain/scheduling/changes/move-session.ts';
import { standingSessions } from '#app/domain/scheduling/changes/term.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { closure, groupPlans, layOutInput, slot } from '../plans.ts';
import { answer, moved, moveInput, termAfter, termOf } from './terms.ts';

const at = (day: string, time = '18:30', minutes = 120): SessionTime =>
	sessionTimeAt(calendarDay(day), clockTime(time), minutes)!;

// Rules §2.5 names five repairs of a peer’s cascade (its numbers 614, 742, 754, 765 and 810) by what the rule now asks; the
// tests marked “once wrong” are those five, as the rule has them.

/** Six Tuesdays from 13 January 2026. */
const six = layOutInput({ plans: groupPlans(6) });

test('one session moves alone, at its own new time', () => {
	const move = moveInput(six, termOf(six), { planNumber: 3, day: '2026-01-29', startTime: '19:00' });
	expect(moved(move, 'one')).toEqual(['3 2026-01-29 19:00']);
});

test('with the later ones each takes the next slot from the day after the moved session', () => {
	const move = moveInput(six, termOf(six), { planNumber: 3, day: '2026-02-04' });
	expect(moved(move, 'later')).toEqual([
		'3 2026-02-04 18:30',
		'4 2026-02-10 18:30',
		'5 2026-02-17 18:30',
		'6 2026-02-24 18:30',
	]);
});

// Once wrong at a peer: the cascade took the sessions by their dates, so that one moved out of turn was overtaken or left behind.
test('later means later in the plan, whatever the dates say', () => {
	const term = termOf(six, { 5: { time: at('2026-01-15') } });
	const move = moveInput(six, term, { planNumber: 3, day: '2026-02-04' });
	expect(moved(move, 'later')).toContain('5 2026-02-17 18:30');
	const earlier = termOf(six, { 2: { time: at('2026-03-31') } });
	const past = moveInput(six, earlier, { planNumber: 3, day: '2026-04-07' });
	expect(moved(past, 'later').some((line) => line.startsWith('2 '))).toBe(false);
});

// Once wrong at a peer: sessions already delivered, and those with a mark, were given new dates.
test('what was held, cancelled, has started or has a mark stays where it was', () => {
	const term = termOf(six, {
		1: { state: 'held', recorded: 'more' },
		4: { state: 'held', recorded: 'more', time: at('2026-01-12', '10:00') },
		5: { state: 'cancelled' },
	});
	const move = moveInput(six, term, { planNumber: 3, day: '2026-02-04' });
	expect(moved(move, 'later')).toEqual(['3 2026-02-04 18:30', '6 2026-02-10 18:30']);
	const running = termOf(six, { 4: { time: at('2026-01-12', '11:30') } });
	expect(moved(moveInput(six, running, { planNumber: 3, day: '2026-02-11' }), 'later')).toEqual([
		'3 2026-02-11 18:30',
		'5 2026-02-17 18:30',
		'6 2026-02-24 18:30',
	]);
});

test('a session with an apology stays, and what follows it in the plan comes after it', () => {
	const term = termOf(six, { 5: { recorded: 'apologies', time: at('2026-03-03') } });
	const move = moveInput(six, term, { planNumber: 3, day: '2026-02-04' });
	expect(moved(move, 'later')).toEqual(['3 2026-02-04 18:30', '4 2026-02-10 18:30', '6 2026-03-10 18:30']);
});

test('one that stays and would be overtaken refuses the move, and the sentence says what to do', () => {
	const term = termOf(six, { 4: { recorded: 'apologies' } });
	const outcome = planMove(moveInput(six, term, { planNumber: 3, day: '2026-02-04' }), 'later');
	expect(outcome).toMatchObject({ done: false, code: 'out-of-order', details: { planNumber: 3, other: 4 } });
	if (!outcome.done) expect(sentenceForChange(outcome)).toContain('Session 4 has a mark');
});

// Once wrong at a peer: catch-ups and booked individual sessions were swept along and took slots of the group.
test('individual sessions, placeholders and booked ones, never move and take no slot', () => {
	const plans = groupPlans(6, { 4: { kind: 'individual' }, 5: { kind: 'individual' } });
	const input = layOutInput({ plans });
	const term = termOf(input, { 5: { time: at('2026-02-05', '14:00') } });
	const move = moveInput(input, term, { planNumber: 3, day: '2026-02-04' });
	expect(moved(move, 'later')).toEqual(['3 2026-02-04 18:30', '6 2026-02-10 18:30']);
	expect(termAfter(move, 'later').find(({ planNumber }) => planNumber === 4)?.time).toBeNull();
	expect(termAfter(move, 'later').find(({ planNumber }) => planNumber === 5)?.time?.day).toBe('2026-02-05');
});

// Once wrong at a peer: the gaps between modules were lost when the sessions moved.
test('gaps are applied again, the first counted from the moved session', () => {
	const input = layOutInput({ plans: groupPlans(5, { 3: { gapBeforeWeeks: 2 }, 5: { gapBeforeWeeks: 1 } }) });
	const move = moveInput(input, termOf(input), { planNumber: 2, day: '2026-02-03' });
	expect(moved(move, 'later')).toEqual([
		'2 2026-02-03 18:30',
		'3 2026-02-24 18:30',
		'4 2026-03-03 18:30',
		'5 2026-03-17 18:30',
	]);
});

// Once wrong at a peer: a plan was doubled or lost when a moved session landed on the date of another.
test('no plan is lost or doubled, also when the moved session lands on the day of a later one', () => {
	const move = moveInput(six, termOf(six), { planNumber: 2, day: '2026-02-03' });
	const after = termAfter(move, 'later');
	expect(after.map(({ planNumber }) => planNumber)).toEqual([1, 2, 3, 4, 5, 6]);
	expect(new Set(after.map(({ time }) => time?.startsAt)).size).toBe(6);
	expect(after.map(({ time }) => time?.day).toSorted()).toEqual(after.map(({ time }) => time?.day));
});

test('the later sessions come forward again when the session moves to an earlier day', () => {
	const term = termOf(six, { 2: { time: at('2026-02-24') }, 3: { time: at('2026-03-03') } });
	const move = moveInput(six, term, { planNumber: 2, day: '2026-01-20' });
	expect(moved(move, 'later').slice(0, 2)).toEqual(['2 2026-01-20 18:30', '3 2026-01-27 18:30']);
});

test('later sessions that already have the date they would get are not moved', () => {
	const move = moveInput(six, termOf(six), { planNumber: 3, day: '2026-01-29' });
	expect(moved(move, 'later')).toEqual(['3 2026-01-29 18:30']);
});

test('closures, bank holidays and left-out weeks are passed over, and said', () => {
	const input = layOutInput({ plans: groupPlans(4) });
	const off = {
		...moveInput(input, [], { planNumber: 1, day: '2026-01-13' }).off,
		closures: [closure('2026-02-10', '2026-02-10', 'Flood')],
		skippedWeeks: [closure('2026-02-16', '2026-02-22')],
	};
	const move = { ...moveInput(input, termOf(input), { planNumber: 3, day: '2026-02-03' }), off };
	expect(moved(move, 'later')).toEqual(['3 2026-02-03 18:30', '4 2026-02-24 18:30']);
	const outcome = planMove(move, 'later');
	expect(outcome.done && outcome.value.skipped.map(({ date }) => date)).toEqual(['2026-02-10', '2026-02-17']);
});

test('each later session keeps the length that it had', () => {
	const term = termOf(six, { 4: { time: at('2026-02-03', '18:30', 90) } });
	const outcome = planMove(moveInput(six, term, { planNumber: 3, day: '2026-02-04' }), 'later');
	expect(outcome.done && outcome.value.moves.map(({ to }) => to.lengthMinutes)).toEqual([120, 90, 120, 120]);
});

test('the wall time stays the same when the clocks change in between', () => {
	const input = layOutInput({ plans: groupPlans(3), earliestStart: calendarDay('2026-03-10') });
	const move = moveInput(input, termOf(input), { planNumber: 1, day: '2026-03-18', now: '2026-03-09T12:00:00Z' });
	const outcome = planMove(move, 'later');
	expect(outcome.done && outcome.value.moves.map(({ to }) => to.startsAt)).toEqual([
		'2026-03-18T18:30:00Z',
		'2026-03-24T18:30:00Z',
		'2026-03-31T17:30:00Z',
	]);
});

test.each([
	['a start that is over', { planNumber: 1, day: '2026-01-12', startTime: '11:59' }, 'in-the-past'],
	['this very minute', { planNumber: 1, day: '2026-01-12', startTime: '12:00' }, 'in-the-past'],
	['yesterday', { planNumber: 3, day: '2026-01-11' }, 'in-the-past'],
	['the time that it has', { planNumber: 1, day: '2026-01-13' }, 'nothing-changed'],
	['another length only', { planNumber: 1, day: '2026-01-13', lengthMinutes: 90 }, 'done'],
	['no length', { planNumber: 1, day: '2026-01-14', lengthMinutes: 0 }, 'length-out-of-range'],
	['a length over ten hours', { planNumber: 1, day: '2026-01-14', lengthMinutes: 601 }, 'length-out-of-range'],
	['half a minute', { planNumber: 1, day: '2026-01-14', lengthMinutes: 90.5 }, 'length-out-of-range'],
	['a plan that has no session', { planNumber: 9, day: '2026-01-14' }, 'no-such-session'],
	['before the session before it', { planNumber: 2, day: '2026-01-12', startTime: '18:00' }, 'out-of-order'],
	['into the session before it', { planNumber: 2, day: '2026-01-13', startTime: '20:29' }, 'out-of-order'],
	['right after the session before it', { planNumber: 2, day: '2026-01-13', startTime: '20:30' }, 'done'],
	['into the session after it', { planNumber: 2, day: '2026-01-27', startTime: '16:31' }, 'out-of-order'],
	['right before the session after it', { planNumber: 2, day: '2026-01-27', startTime: '16:30' }, 'done'],
])('%s', (_, change, code) => {
	expect(answer(moveInput(six, termOf(six), change), 'one')).toBe(code);
});

test('a start that the clocks jump over is refused', () => {
	const change = { planNumber: 6, day: '2026-03-29', startTime: '01:30' };
	expect(answer(moveInput(six, termOf(six), change), 'one')).toBe('start-in-clock-change-gap');
});

test('a chosen day may be in a week that the cohort leaves out, and not on a closed day', () => {
	const off = {
		bankHolidays: [{ date: calendarDay('2026-01-28'), title: 'A holiday' }],
		runsOnBankHoliday: false,
		closures: [closure('2026-01-29', '2026-01-29', 'Flood')],
		skippedWeeks: [closure('2026-01-26', '2026-02-01')],
	};
	const to = (day: string, changes = {}) => ({
		...moveInput(six, termOf(six), { planNumber: 3, day }),
		off: { ...off, ...changes },
	});
	expect(answer(to('2026-01-30'), 'one')).toBe('done');
	expect(answer(to('2026-01-29'), 'one')).toBe('day-closed');
	expect(answer(to('2026-01-28'), 'one')).toBe('day-closed');
	expect(answer(to('2026-01-28', { runsOnBankHoliday: true }), 'one')).toBe('done');
});

test('a session that has started, was held or has marks keeps its date; apologies do not hold it', () => {
	const [first] = termOf(six);
	const now = instant('2026-01-13T18:30:00Z');
	const before = instant('2026-01-13T18:29:59Z');
	const code = (changes: Partial<typeof first>, when = before) => faultOfMoving({ ...first!, ...changes }, when)?.code;
	expect(code({})).toBeUndefined();
	expect(code({}, now)).toBe('has-started');
	expect(code({ state: 'held' })).toBe('has-started');
	expect(code({ recorded: 'more' })).toBe('has-marks');
	expect(code({ recorded: 'apologies' })).toBeUndefined();
	expect(code({ kind: 'individual' })).toBe('not-in-order');
	expect(code({ state: 'cancelled' }, now)).toBeUndefined();
});

test('the plan of a cancelled session is scheduled again, in its place in the order', () => {
	const term = termOf(six, { 1: { state: 'held' }, 2: { state: 'cancelled' } });
	const now = '2026-01-21T09:00:00Z';
	const move = moveInput(six, term, { planNumber: 2, day: '2026-01-27', now });
	expect(moved(move, 'later')).toEqual([
		'2 2026-01-27 18:30',
		'3 2026-02-03 18:30',
		'4 2026-02-10 18:30',
		'5 2026-02-17 18:30',
		'6 2026-02-24 18:30',
	]);
	expect(answer(move, 'one')).toBe('out-of-order');
	const extra = moveInput(six, term, { planNumber: 2, day: '2026-01-22', now });
	expect(moved(extra, 'one')).toEqual(['2 2026-01-22 18:30']);
});

test('a cancelled session is in nobody’s way', () => {
	const term = termOf(six, { 4: { state: 'cancelled' } });
	expect(answer(moveInput(six, term, { planNumber: 3, day: '2026-02-05' }), 'one')).toBe('done');
});

test('what was delivered out of order does not hold the rest back', () => {
	const term = termOf(six, { 3: { state: 'held', time: at('2026-01-10', '10:00') } });
	expect(answer(moveInput(six, term, { planNumber: 2, day: '2026-01-21' }), 'one')).toBe('done');
});

test('two slots on one day: the later sessions start on the day after', () => {
	const input = layOutInput({ plans: groupPlans(4), slots: [slot('tuesday', '10:00'), slot('tuesday', '14:00')] });
	const move = moveInput(input, termOf(input), { planNumber: 1, day: '2026-01-20', startTime: '10:00' });
	expect(moved(move, 'later')).toEqual([
		'1 2026-01-20 10:00',
		'2 2026-01-27 10:00',
		'3 2026-01-27 14:00',
		'4 2026-02-03 10:00',
	]);
});

test('one session stands for each plan: the live one, or the newest of the cancelled ones', () => {
	const plan = (planNumber: number, state: 'held' | 'scheduled' | 'cancelled', key: string) => ({
		planNumber,
		state,
		key,
	});
	const all = [
		plan(1, 'held', 'a'),
		plan(2, 'cancelled', 'b'),
		plan(2, 'scheduled', 'c'),
		plan(3, 'cancelled', 'd'),
		plan(3, 'cancelled', 'e'),
	];
	expect(standingSessions(all).map(({ key }) => key)).toEqual(['a', 'c', 'e']);
});

test('every refusal has a sentence that says what to do', () => {
	const sentence = (change: Parameters<typeof moveInput>[2], scope: 'one' | 'later' = 'one') => {
		const outcome = planMove(moveInput(six, termOf(six), change), scope);
		if (outcome.done) throw new Error('it was done');
		return sentenceForChange(outcome);
	};
	expect(sentence({ planNumber: 3, day: '2026-02-05' })).toBe(
		'Session 3 would no longer keep its place before or after session 4, which is on Tuesday 3 February 2026. Choose another day, or move the later sessions too',
	);
	expect(sentence({ planNumber: 1, day: '2026-01-11' })).toBe('Enter a day and a start time that are still to come');
	expect(sentence({ planNumber: 6, day: '2026-03-29', startTime: '01:30' })).toContain(
		'1:30am does not exist that day',
	);
	expect(sentence({ planNumber: 1, day: '2026-01-14', lengthMinutes: 900 })).toContain('from 1 to 600');
});
