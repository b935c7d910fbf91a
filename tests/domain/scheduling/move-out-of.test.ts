import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reasonsAgainst } from '#app/domain/scheduling/blocked-days.ts';
import { type LayOutInput, layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import { type MoveOutInput, moveOutOf, type SessionOfTerm, sessionsHit } from '#app/domain/scheduling/move-out-of.ts';
import { calendarDay, plusDays, WEEKDAYS, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { clockTimeAt } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { closure, groupPlans, laidOut, layOutInput, slot } from './plans.ts';

const EARLY = instant('2025-01-01T00:00:00Z');

type Change = Partial<SessionOfTerm>;
function term(input: LayOutInput, changes: Readonly<Record<number, Change>> = {}): SessionOfTerm[] {
	return laidOut(input).sessions.map(({ planNumber, kind, time }) => ({
		planNumber,
		kind,
		time,
		state: 'scheduled',
		recorded: 'nothing',
		gapBeforeWeeks: input.plans.find(({ number }) => number === planNumber)!.gapBeforeWeeks,
		...changes[planNumber],
	}));
}

type Given = {
	readonly input?: LayOutInput;
	readonly closed: ReturnType<typeof closure>;
	readonly changes?: Readonly<Record<number, Change>>;
	readonly now?: string;
};
function moveOut({ input = layOutInput({ plans: groupPlans(6) }), closed, changes = {}, now }: Given) {
	return moveOutOf({
		sessions: term(input, changes),
		slots: input.slots,
		off: { ...input, closures: [...input.closures, closed] },
		closed,
		now: now ? instant(now) : EARLY,
	});
}
function days(given: Given) {
	const outcome = moveOut(given);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value.moves.map(
		({ planNumber, from, to }) => `${planNumber}: ${from.day} > ${to.day} ${to.startTime}`,
	);
}
/** A time as a session has it that somebody put on another day. */
function timeOn(day: string, time = '18:30') {
	const at = calendarDay(day);
	const [first] = laidOut(
		layOutInput({ plans: groupPlans(1), earliestStart: at, slots: [slot(weekdayOf(at), time)] }),
	).sessions;
	return first!.time!;
}

test('the session on a closed day and all later ones move on by a slot; those before stay', () => {
	expect(days({ closed: closure('2026-01-27', '2026-01-27') })).toEqual([
		'3: 2026-01-27 > 2026-02-03 18:30',
		'4: 2026-02-03 > 2026-02-10 18:30',
		'5: 2026-02-10 > 2026-02-17 18:30',
		'6: 2026-02-17 > 2026-02-24 18:30',
	]);
});

test('both ends of the closure are closed, and nothing moves when no session is on it', () => {
	expect(days({ closed: closure('2026-01-21', '2026-01-27') })[0]).toBe('3: 2026-01-27 > 2026-02-03 18:30');
	expect(days({ closed: closure('2026-01-27', '2026-02-02') })[0]).toBe('3: 2026-01-27 > 2026-02-03 18:30');
	expect(days({ closed: closure('2026-01-21', '2026-01-26') })).toEqual([]);
	expect(days({ closed: closure('2026-01-27', '2026-02-10') })[0]).toBe('3: 2026-01-27 > 2026-02-17 18:30');
});

test('the new days keep clear of everything else that is closed', () => {
	const input = layOutInput({ plans: groupPlans(3), bankHolidays: [{ date: calendarDay('2026-02-03'), title: 'x' }] });
	expect(days({ input, closed: closure('2026-01-27', '2026-01-27') })).toEqual(['3: 2026-01-27 > 2026-02-10 18:30']);
	const runsOn = { ...input, runsOnBankHoliday: true };
	expect(days({ input: runsOn, closed: closure('2026-01-27', '2026-01-27') })).toEqual([
		'3: 2026-01-27 > 2026-02-03 18:30',
	]);
});

test('with several slots a week the next free one is taken, two on one day included', () => {
	const slots = [slot('tuesday', '10:00'), slot('tuesday', '14:00'), slot('friday', '10:00')];
	const input = layOutInput({ plans: groupPlans(5), slots });
	expect(days({ input, closed: closure('2026-01-16', '2026-01-16') })).toEqual([
		'3: 2026-01-16 > 2026-01-20 10:00',
		'4: 2026-01-20 > 2026-01-20 14:00',
		'5: 2026-01-20 > 2026-01-23 10:00',
	]);
});

test('gaps are applied again, and slack behind the moved session is used up first', () => {
	const gaps = layOutInput({ plans: groupPlans(4, { 3: { gapBeforeWeeks: 2 } }) });
	expect(days({ input: gaps, closed: closure('2026-01-20', '2026-01-20') })).toEqual([
		'2: 2026-01-20 > 2026-01-27 18:30',
		'3: 2026-02-10 > 2026-02-17 18:30',
		'4: 2026-02-17 > 2026-02-24 18:30',
	]);
	const postponed = { 5: { time: timeOn('2026-03-03') }, 6: { time: timeOn('2026-03-10') } };
	expect(days({ closed: closure('2026-01-27', '2026-01-27'), changes: postponed })).toEqual([
		'3: 2026-01-27 > 2026-02-03 18:30',
		'4: 2026-02-03 > 2026-02-10 18:30',
	]);
});

test('a later session that somebody had put on another day keeps its place in the order and never gets an earlier day', () => {
	const thursday = { 4: { time: timeOn('2026-02-05') } };
	expect(days({ closed: closure('2026-01-27', '2026-01-27'), changes: thursday })).toEqual([
		'3: 2026-01-27 > 2026-02-03 18:30',
		'4: 2026-02-05 > 2026-02-10 18:30',
		'5: 2026-02-10 > 2026-02-17 18:30',
		'6: 2026-02-17 > 2026-02-24 18:30',
	]);
});

test('what is over, has started, was held or did not go ahead never moves', () => {
	const closed = closure('2026-01-13', '2026-01-27');
	expect(days({ closed, now: '2026-01-20T18:30:00Z' })[0]).toBe('3: 2026-01-27 > 2026-02-03 18:30');
	expect(days({ closed, now: '2026-01-20T18:29:00Z' })[0]).toBe('2: 2026-01-20 > 2026-02-03 18:30');
	const gone = { 1: { state: 'held' }, 2: { state: 'cancelled' } } as const;
	expect(days({ closed, changes: gone })[0]).toBe('3: 2026-01-27 > 2026-02-03 18:30');
});

test('a marked session on a closed day stays and is named; an individual one does too', () => {
	const closed = closure('2026-01-27', '2026-02-03');
	const outcome = moveOut({ closed, changes: { 3: { recorded: 'more' }, 4: { kind: 'individual' } } });
	expect(outcome).toMatchObject({ done: true, value: { moves: [], stays: [{ planNumber: 3 }, { planNumber: 4 }] } });
});

test('a marked session behind it is gone around, and refuses a move that would overtake it', () => {
	const closed = closure('2026-01-27', '2026-01-27');
	expect(moveOut({ closed, changes: { 4: { recorded: 'more' } } })).toMatchObject({
		code: 'out-of-order',
		details: { planNumber: 3, other: 4 },
	});
	const later = { 4: { recorded: 'more' as const, time: timeOn('2026-02-12') } };
	expect(days({ closed, changes: later })).toEqual([
		'3: 2026-01-27 > 2026-02-03 18:30',
		'5: 2026-02-10 > 2026-02-17 18:30',
		'6: 2026-02-17 > 2026-02-24 18:30',
	]);
});

test('an individual session behind it never moves and holds nothing up', () => {
	const closed = closure('2026-01-27', '2026-01-27');
	const booked = { 4: { kind: 'individual', time: timeOn('2026-01-29', '10:00') } } as const;
	expect(days({ closed, changes: booked })).toEqual(['3: 2026-01-27 > 2026-02-03 18:30']);
});

test('refused without a slot, when the clocks jump over the start, and when no day ever comes clear', () => {
	const closed = closure('2026-01-27', '2026-01-27');
	const six = layOutInput({ plans: groupPlans(6) });
	const refusal = (more: Partial<MoveOutInput>) =>
		moveOutOf({ sessions: term(six), slots: six.slots, off: six, closed, now: EARLY, ...more });
	expect(refusal({ slots: [] })).toMatchObject({ code: 'no-slot' });
	const forever = { ...six, closures: [closure('2026-01-01', '2040-01-01', 'Sold')] };
	expect(refusal({ off: forever })).toMatchObject({
		code: 'never-clear',
		details: { planNumber: 3, labels: ['Sold'] },
	});
	const gap = layOutInput({
		plans: groupPlans(1),
		slots: [slot('sunday', '01:30')],
		earliestStart: calendarDay('2026-03-22'),
	});
	expect(
		moveOutOf({
			sessions: term(gap),
			slots: gap.slots,
			off: gap,
			closed: closure('2026-03-22', '2026-03-22'),
			now: EARLY,
		}),
	).toMatchObject({ code: 'start-in-clock-change-gap', details: { planNumber: 1, day: '2026-03-29', time: '01:30' } });
});

const origin = calendarDay('2026-01-01');
const drawn = fc.record({
	plans: fc
		.array(fc.record({ gapBeforeWeeks: fc.constantFrom(0, 0, 0, 1, 3), minutes: fc.integer({ min: 30, max: 120 }) }), {
			minLength: 1,
			maxLength: 15,
		})
		.map((plans) => plans.map((plan, index) => ({ ...plan, number: index + 1, kind: 'group' as const }))),
	slots: fc.uniqueArray(
		fc.record({
			weekday: fc.constantFrom(...WEEKDAYS),
			startTime: fc.integer({ min: 16, max: 40 }).map((half) => clockTimeAt(half * 30)),
		}),
		{ minLength: 1, maxLength: 3, selector: ({ weekday }) => weekday },
	),
	start: fc.integer({ min: 0, max: 40 }),
	holidays: fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 }),
	closed: fc.record({ from: fc.integer({ min: 0, max: 150 }), length: fc.integer({ min: 0, max: 25 }) }),
	now: fc.integer({ min: -20, max: 150 }),
	marked: fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 3 }),
	shifted: fc.array(fc.record({ plan: fc.integer({ min: 1, max: 15 }), by: fc.integer({ min: 1, max: 20 }) }), {
		maxLength: 2,
	}),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

function worldOf({ plans, slots, start, holidays, closed }: Drawn) {
	const input = layOutInput({
		plans,
		slots,
		earliestStart: plusDays(origin, start),
		bankHolidays: holidays.map((at) => ({ date: plusDays(origin, at), title: 'holiday' })),
	});
	const from = plusDays(origin, closed.from);
	return { input, closed: { from, to: plusDays(from, closed.length), label: 'closed' } };
}

test('a term as it was laid out moves to exactly what laying it out with the closure would have given', () => {
	fc.assert(
		fc.property(drawn, (given) => {
			const { input, closed } = worldOf(given);
			const off = { ...input, closures: [closed] };
			const sessions = term(input);
			const moved = moveOutOf({ sessions, slots: input.slots, off, closed, now: EARLY });
			const anew = layOutSessions({ ...input, closures: [closed] });
			if (!moved.done || !anew.done) throw new Error('refused');
			const after = sessions.map(
				({ planNumber, time }) => moved.value.moves.find((move) => move.planNumber === planNumber)?.to ?? time,
			);
			expect(after).toEqual(anew.value.sessions.map(({ time }) => time));
		}),
		{ numRuns: 300 },
	);
});

test('whatever was marked, over or put elsewhere: no plan lost or doubled, order kept, nobody moved to a closed day or to an earlier one', () => {
	let moved = 0;
	fc.assert(
		fc.property(drawn, (given) => {
			const { input, closed } = worldOf(given);
			const off = { ...input, closures: [closed] };
			const now = instant(`${plusDays(origin, given.now)}T12:00:00Z`);
			const shift = new Map(given.shifted.map(({ plan, by }) => [plan, by]));
			let behind = 0;
			const sessions = term(input).map((session) => {
				behind += shift.get(session.planNumber) ?? 0;
				const { day, startTime, lengthMinutes } = session.time!;
				const time = { ...timeOn(plusDays(day, behind), startTime), lengthMinutes };
				const recorded = given.marked.includes(session.planNumber) ? ('more' as const) : ('nothing' as const);
				return { ...session, time, recorded };
			});
			const outcome = moveOutOf({ sessions, slots: input.slots, off, closed, now });
			if (!outcome.done) {
				expect(outcome.code).toBe('out-of-order');
				return;
			}
			const { moves, stays } = outcome.value;
			moved += moves.length;
			expect(new Set(moves.map(({ planNumber }) => planNumber)).size).toBe(moves.length);
			for (const { planNumber, from, to } of moves) {
				const before = sessions.find((session) => session.planNumber === planNumber)!;
				expect(before.time).toEqual(from);
				expect(before.recorded).toBe('nothing');
				expect(from.startsAt > now).toBe(true);
				expect(to.startsAt > from.startsAt).toBe(true);
				expect(reasonsAgainst(to.day, off)).toEqual([]);
				expect(input.slots).toContainEqual({ weekday: weekdayOf(to.day), startTime: to.startTime });
				expect(to.lengthMinutes).toBe(from.lengthMinutes);
			}
			const after = sessions.map((session) => {
				const move = moves.find(({ planNumber }) => planNumber === session.planNumber);
				return move ? { ...session, time: move.to } : session;
			});
			const still = sessionsHit(after, closed, now).map(({ planNumber }) => planNumber);
			expect(still).toEqual(stays.map(({ planNumber }) => planNumber));
			const firstMove = moves[0]?.planNumber ?? Number.POSITIVE_INFINITY;
			const ahead = after.filter(({ planNumber, time }) => planNumber >= firstMove && time.startsAt > now);
			ahead.slice(1).forEach(({ time, gapBeforeWeeks, planNumber }, index) => {
				expect(ahead[index]!.time.startsAt < time.startsAt).toBe(true);
				if (gapBeforeWeeks > 0 && moves.some((move) => move.planNumber === planNumber))
					expect(time.day > plusDays(ahead[index]!.time.day, 7 * gapBeforeWeeks)).toBe(true);
			});
		}),
		{ numRuns: 400 },
	);
	expect(moved).toBeGreaterThan(40);
});
