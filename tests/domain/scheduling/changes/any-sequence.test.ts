import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reasonsAgainst } from '#app/domain/scheduling/blocked-days.ts';
import type { OtherCohortPlan } from '#app/domain/scheduling/clashes.ts';
import type { LayOutInput } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Closure, Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import type { SessionTime } from '#app/domain/scheduling/session.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay, plusDays, WEEKDAYS, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { clockTimeAt } from '#app/domain/shared/clock-time.ts';
import { asId, type CohortId, type StaffId, type VenueId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, instantOf, wallTimeOf } from '#app/domain/shared/instant.ts';
import { type Act, type Kept, RunningCohort } from './running-cohort.ts';

const origin = calendarDay('2026-01-01');
const daysAhead = fc.integer({ min: -3, max: 60 });
const plan = fc.nat({ max: 20 });
// On whole half hours by day, and at most one slot a day: neither the spring gap nor an overlap refuses the pattern.
const startTime = fc.integer({ min: 14, max: 42 }).map((half) => clockTimeAt(half * 30));
const slots = fc.uniqueArray(fc.record({ weekday: fc.constantFrom(...WEEKDAYS), startTime }), {
	minLength: 1,
	maxLength: 2,
	selector: (one: Slot) => one.weekday,
});
const range: fc.Arbitrary<Closure> = fc
	.record({ from: fc.nat({ max: 400 }), length: fc.nat({ max: 14 }) })
	.map(({ from, length }) => ({ from: plusDays(origin, from), to: plusDays(origin, from + length), label: 'closed' }));

const acts: { readonly [Kind in Act['kind']]: fc.Arbitrary<Act> } = {
	wait: fc.record({ kind: fc.constant('wait'), hours: fc.integer({ min: 1, max: 24 * 12 }) }),
	move: fc.record({
		kind: fc.constant('move'),
		plan,
		daysAhead,
		startTime,
		scope: fc.constantFrom('one' as const, 'later' as const),
	}),
	cancel: fc.record({ kind: fc.constant('cancel' as const), plan }),
	undo: fc.record({ kind: fc.constant('undo' as const), plan }),
	mark: fc.record({ kind: fc.constant('mark' as const), plan }),
	apologise: fc.record({ kind: fc.constant('apologise' as const), plan }),
	pattern: fc.record({ kind: fc.constant('pattern'), slots, daysAhead }),
	skip: fc.record({ kind: fc.constant('skip'), daysAhead, length: fc.nat({ max: 10 }) }),
	team: fc.record({ kind: fc.constant('team'), team: fc.nat({ max: 3 }) }),
	enrol: fc.record({ kind: fc.constant('enrol') }),
};
const anyAct = fc.oneof(...Object.values(acts));

/** Another cohort in whose way this one may come: some of the same people, once a week at one hour. */
const other: fc.Arbitrary<OtherCohortPlan> = fc
	.record({
		from: fc.nat({ max: 400 }),
		startTime,
		weeks: fc.integer({ min: 1, max: 8 }),
		staff: fc.constantFrom('ann', 'cat'),
	})
	.map(({ from, startTime: start, weeks, staff }) => ({
		cohortId: asId<CohortId>('other'),
		side: 'perpetrator',
		venueId: asId<VenueId>('library'),
		roomId: null,
		team: [asId<StaffId>(staff)],
		sessions: Array.from({ length: weeks }, (_, week) => ({
			planNumber: week + 1,
			time: sessionTimeAt(plusDays(origin, from + 7 * week), start, 120),
		})),
	}));

const cohort = fc
	.record({
		kinds: fc.array(fc.constantFrom('group' as const, 'group' as const, 'review' as const, 'individual' as const), {
			minLength: 1,
			maxLength: 6,
		}),
		gaps: fc.array(fc.constantFrom(0, 0, 0, 1, 3), { minLength: 6, maxLength: 6 }),
		minutes: fc.integer({ min: 30, max: 150 }),
		slots,
		start: fc.nat({ max: 300 }),
		holidays: fc.array(fc.nat({ max: 400 }), { maxLength: 6 }),
		runsOnBankHoliday: fc.boolean(),
		closures: fc.array(range, { maxLength: 2 }),
		skippedWeeks: fc.array(range, { maxLength: 1 }),
		others: fc.array(other, { maxLength: 2 }),
		bornBefore: fc.integer({ min: -20, max: 20 }),
	})
	.map(({ kinds, gaps, minutes, start, holidays, others, bornBefore, ...rest }) => {
		const earliestStart = plusDays(origin, start);
		const input: LayOutInput = {
			...rest,
			earliestStart,
			plans: kinds.map((kind, index) => ({ number: index + 1, kind, minutes, gapBeforeWeeks: gaps[index]! })),
			bankHolidays: holidays.map((ahead) => ({ date: plusDays(origin, ahead), title: 'holiday' })),
		};
		const now = instantOf(plusDays(earliestStart, -bornBefore), clockTimeAt(12 * 60))!;
		return { input, others, now };
	});
type Drawn = { readonly input: LayOutInput; readonly others: readonly OtherCohortPlan[]; readonly now: Instant };
const begin = ({ input, others, now }: Drawn) => new RunningCohort(input, others, now);

/** What is known beside the cohort itself: when each session that was held took place, and what the last act found. */
type Model = { readonly heldAt: Map<number, SessionTime> };

/** Does it, and holds everything that must always be true against what came of it. */
function doAndCheck(model: Model, real: RunningCohort, act: Act): void {
	const before = real.sessions;
	const when = real.now;
	const isDone = real.do(act);
	if (!isDone && real.sessions !== before) throw new Error(`a refused ${act.kind} changed something`);
	for (const session of real.sessions) {
		if (session.state === 'held' && !model.heldAt.has(session.key)) model.heldAt.set(session.key, session.time!);
	}
	const broken = [
		...brokenPlans(real),
		...brokenPast(model, real, before, when),
		...brokenOrder(real),
		...brokenDates(real, when),
		...(real.clashes(ahead(real)).length > 0 ? ['a clash'] : []),
	];
	if (broken.length > 0) throw new Error(`after ${JSON.stringify(act)}: ${broken.join('; ')}`);
}

const ahead = ({ sessions, now }: RunningCohort) => sessions.filter(({ time }) => time !== null && time.endsAt > now);

/** Each plan is live exactly once, or its session was cancelled and is waiting to be scheduled again. */
function brokenPlans({ sessions, input }: RunningCohort): string[] {
	const known = new Set(input.plans.map(({ number }) => number));
	const unknown = sessions.filter(({ planNumber }) => !known.has(planNumber)).map(() => 'an unknown plan');
	return input.plans.reduce((broken, { number, kind }) => {
		const own = sessions.filter(({ planNumber }) => planNumber === number);
		const live = own.filter(({ state }) => state !== 'cancelled').length;
		if (live > 1) broken.push(`plan ${number} is live ${live} times`);
		if (live === 0 && own.length === 0) broken.push(`plan ${number} is lost`);
		if (own.some((session) => session.kind !== kind || (kind === 'individual' && session.time !== null)))
			broken.push(`plan ${number} is of another kind, or an individual session was moved`);
		return broken;
	}, unknown);
}

/** What was held never moves; nor does anything that had started, as soon as anybody ever had a place. */
function brokenPast(model: Model, real: RunningCohort, before: readonly Kept[], when: Instant): string[] {
	const isSame = (session: Kept, time: SessionTime | null) => session.time?.startsAt === time?.startsAt;
	const byKey = new Map(real.sessions.map((session) => [session.key, session]));
	const held = [...model.heldAt].filter(([key, time]) => !isSame(byKey.get(key)!, time));
	const stays = ({ state, time, recorded }: Kept) =>
		state !== 'scheduled' || recorded === 'more' || (real.members > 0 && time !== null && time.startsAt <= when);
	const moved = before.filter((session) => stays(session) && !isSame(byKey.get(session.key)!, session.time));
	// An apology for a session that was then called off says nothing of the one that is held in its place.
	const withApologies = before
		.filter(({ recorded, state }) => recorded === 'apologies' && state === 'scheduled')
		.map(({ planNumber }) => planNumber);
	const takenAlong = real.moves.filter(({ planNumber }) => withApologies.includes(planNumber));
	return [
		...held.map(() => 'a held session moved'),
		...moved.map(() => 'a session that had begun moved'),
		...takenAlong.map(() => 'a session with an apology was taken along'),
	];
}

/** What is to come follows the plan, and never overlaps. */
function brokenOrder(real: RunningCohort): string[] {
	const toCome = real.term
		.filter(({ state, time }) => state === 'scheduled' && time !== null && time.startsAt > real.now)
		.toSorted((one, two) => one.planNumber - two.planNumber);
	return toCome.slice(1).flatMap((session, index) => {
		const previous = toCome[index]!;
		return session.time!.startsAt < previous.time!.endsAt ? [`plan ${session.planNumber} overtakes`] : [];
	});
}

/** Every date has its wall time; what moved along is in a slot, on a clear day, and not in the past. */
function brokenDates(real: RunningCohort, when: Instant): string[] {
	const wrongWall = real.sessions.filter(({ time }) => time !== null && !showsItsWallTime(time));
	const wrongSlot = real.moves.filter(({ to }) => {
		const isInSlot = real.slots.some(
			({ weekday, startTime: at }) => weekday === weekdayOf(to.day) && at === to.startTime,
		);
		return !isInSlot || reasonsAgainst(to.day, real.off).length > 0;
	});
	const past = real.members > 0 ? real.moves.filter(({ to }) => to.startsAt <= when || to.day < dayOf(when)) : [];
	return [
		...wrongWall.map(() => 'a wrong wall time'),
		...wrongSlot.map(({ planNumber }) => `plan ${planNumber} is in no slot`),
		...past.map(({ planNumber }) => `plan ${planNumber} was moved into the past`),
	];
}

function showsItsWallTime({ startsAt, day, startTime: at }: SessionTime): boolean {
	const shown = wallTimeOf(startsAt);
	return shown.day === day && shown.time === at;
}

class Doing implements fc.Command<Model, RunningCohort> {
	readonly act: Act;
	constructor(act: Act) {
		this.act = act;
	}
	check(): boolean {
		return true;
	}
	run(model: Model, real: RunningCohort): void {
		doAndCheck(model, real, this.act);
	}
	toString(): string {
		return JSON.stringify(this.act);
	}
}

/** A mutation run asks all this of each of some thousand mutants, and needs no proof by number. */
const [SEQUENCES, COHORTS] = process.env.MUTANTS ? [40, 60] : [300, 10_000];

test('any sequence of what people do to a cohort keeps every plan, the past, the order, the slots and the wall time', () => {
	const commands = fc.commands(
		Object.values(acts).map((act) => act.map((one) => new Doing(one))),
		{ maxCommands: 40 },
	);
	fc.assert(
		fc.property(cohort, commands, (drawn, steps) => {
			fc.modelRun(() => ({ model: { heldAt: new Map() }, real: begin(drawn) }), steps);
		}),
		{ numRuns: SEQUENCES },
	);
});

test('ten thousand cohorts, each laid out and disturbed, and no rule broken', () => {
	let disturbed = 0;
	fc.assert(
		fc.property(cohort, fc.array(anyAct, { minLength: 1, maxLength: 5 }), (drawn, steps) => {
			const [model, real] = [{ heldAt: new Map() }, begin(drawn)];
			real.do({ kind: 'enrol' });
			for (const act of steps) doAndCheck(model, real, act);
			disturbed += 1;
		}),
		{ numRuns: COHORTS },
	);
	expect(disturbed).toBe(COHORTS);
});

test('the acts that are drawn are done often enough to prove something', () => {
	const done = new Map<string, number>();
	const drawn = fc.sample(fc.tuple(cohort, fc.array(anyAct, { minLength: 20, maxLength: 40 })), {
		numRuns: 200,
		seed: 7,
	});
	for (const [one, steps] of drawn) {
		const real = begin(one);
		for (const act of steps) {
			const count = real.sessions.length;
			const isDone = real.do(act);
			if (isDone) done.set(act.kind, (done.get(act.kind) ?? 0) + 1);
			if (real.moves.length > 0) done.set('taken along', (done.get('taken along') ?? 0) + 1);
			if (real.sessions.length > count) done.set('scheduled again', (done.get('scheduled again') ?? 0) + 1);
		}
	}
	for (const what of [...Object.keys(acts), 'taken along', 'scheduled again']) {
		expect([what, done.get(what) ?? 0, (done.get(what) ?? 0) >= 10]).toEqual([what, expect.any(Number), true]);
	}
});
