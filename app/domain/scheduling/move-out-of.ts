import { type CalendarDay, plusDays } from '../shared/calendar-day.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { type DaysOff, reasonsAgainst } from './blocked-days.ts';
import { isInOrder, type Moved, movesAlong, type TermSession } from './changes/term.ts';
import { faultOfPattern } from './check-pattern.ts';
import { type LayOutRefusal, LONGEST_WAIT_DAYS } from './lay-out-sessions.ts';
import type { Slot } from './meeting-pattern.ts';
import { hasStarted, type SessionTime } from './session.ts';
import { sessionTimeAt } from './session-time.ts';
import { afterUsingFirst, queueFrom } from './slot-queue.ts';

/** A session as far as a closure looks at it. */
export type SessionOfTerm = TermSession & { readonly gapBeforeWeeks: number };
type TimedSession = SessionOfTerm & { readonly time: SessionTime };

/** Days on which nothing is held any more, both ends included. */
export type ClosedDays = { readonly from: CalendarDay; readonly to: CalendarDay };

export type MovedSession = Moved & { readonly from: SessionTime };

export type MoveOutInput = {
	/** The sessions of one cohort that stand, those booked for one person among them; see `standingSessions`. */
	readonly sessions: readonly SessionOfTerm[];
	readonly slots: readonly Slot[];
	/** What keeps the cohort from a day, the closed days among it. */
	readonly off: DaysOff;
	readonly closed: ClosedDays;
	readonly now: Instant;
};

/**
 * What a closure makes of one cohort: `moves` in plan order, and `stays` for the sessions on closed days that cannot go
 * along, because something is recorded of them already or they are booked for one person.
 */
export type MovedOut = {
	readonly moves: readonly MovedSession[];
	readonly stays: readonly (Pick<TermSession, 'planNumber' | 'kind'> & { readonly time: SessionTime })[];
};
export type MoveOutRefusal = LayOutRefusal | 'out-of-order';

/** The sessions that are still to come and stand on one of these days. */
export function sessionsHit<Any extends Pick<SessionOfTerm, 'state' | 'time'>>(
	sessions: readonly Any[],
	closed: ClosedDays,
	now: Instant,
): readonly (Any & { readonly time: SessionTime })[] {
	return sessions.filter(
		(session): session is Any & { readonly time: SessionTime } => isAhead(session, now) && isOn(session.time!, closed),
	);
}

/**
 * Moves the sessions on closed days out of them: the first takes the next free slot of the meeting pattern from the day
 * after, each later one in plan order the next free slot after the one before it, with gaps applied again, so that the
 * order of the plan stays. None gets an earlier time than it had: one that stands behind the slot that would be its turn
 * keeps its time. What was held, has started, is marked or is booked for one person never moves. Refused as laying out
 * is, and when a session that cannot move would be overtaken (`out-of-order`, with both plans). (§2.1, §2.5)
 */
export function moveOutOf(input: MoveOutInput): Outcome<MovedOut, MoveOutRefusal> {
	const hit = sessionsHit(input.sessions, input.closed, input.now).toSorted(byPlan);
	const stays = hit
		.filter((session) => !movesAlong(session, input.now))
		.map(({ planNumber, kind, time }) => ({ planNumber, kind, time }));
	const first = hit.find((session) => movesAlong(session, input.now));
	if (!first) return done({ moves: [], stays });
	const fault = faultOfPattern(input.slots, [], [first.time.lengthMinutes]);
	if (fault) return fault;
	const moves: MovedSession[] = [];
	let previous: TimedSession | null = null;
	for (const session of laterOnes(input, first.planNumber)) {
		const placed: Outcome<SessionTime, LayOutRefusal> = movesAlong(session, input.now)
			? newTime(session, previous, input)
			: done(session.time);
		if (!placed.done) return placed;
		const to: SessionTime = placed.value;
		if (previous && to.startsAt < previous.time.endsAt)
			return refused('out-of-order', { planNumber: previous.planNumber, other: session.planNumber });
		if (to !== session.time) moves.push({ planNumber: session.planNumber, from: session.time, to });
		previous = { ...session, time: to };
	}
	return done({ moves, stays });
}

/** The sessions still to come whose order counts, from this plan on: those booked for one person have none. */
function laterOnes({ sessions, now }: MoveOutInput, from: number): readonly TimedSession[] {
	return sessions
		.filter((session): session is TimedSession => isAhead(session, now) && isInOrder(session))
		.filter(({ planNumber }) => planNumber >= from)
		.toSorted(byPlan);
}

/** Its own time, if that is good enough; else the next free slot. */
function newTime(
	session: TimedSession,
	previous: TimedSession | null,
	input: MoveOutInput,
): Outcome<SessionTime, LayOutRefusal> {
	const isHit = isOn(session.time, input.closed);
	const behind = previous ? firstDayBehind(previous, session) : session.time.day;
	const dayAfter = plusDays(session.time.day, 1);
	const free = freeSlot(session, isHit && dayAfter > behind ? dayAfter : behind, previous, input);
	return free.done && !isHit && free.value.startsAt <= session.time.startsAt ? done(session.time) : free;
}

function firstDayBehind({ time }: TimedSession, { gapBeforeWeeks }: TimedSession): CalendarDay {
	return gapBeforeWeeks === 0 ? time.day : plusDays(time.day, 7 * gapBeforeWeeks + 1);
}

/** The first free slot on or after this day that starts when the session before is over. */
function freeSlot(
	{ planNumber, time: { lengthMinutes } }: TimedSession,
	from: CalendarDay,
	previous: TimedSession | null,
	{ slots, off }: MoveOutInput,
): Outcome<SessionTime, LayOutRefusal> {
	for (let queue = queueFrom(slots, from); ; queue = afterUsingFirst(queue)) {
		const { nextDay: day, startTime } = queue[0]!;
		const reasons = reasonsAgainst(day, off);
		const time = sessionTimeAt(day, startTime, lengthMinutes);
		if (reasons.length === 0 && !time)
			return refused('start-in-clock-change-gap', { planNumber, day, time: startTime });
		if (reasons.length === 0 && time && !(previous && time.startsAt < previous.time.endsAt)) return done(time);
		if (day > plusDays(from, LONGEST_WAIT_DAYS))
			return refused('never-clear', { planNumber, from, labels: reasons.map(({ label }) => label) });
	}
}

function isAhead(session: Pick<SessionOfTerm, 'state' | 'time'>, now: Instant): boolean {
	return session.state === 'scheduled' && session.time !== null && !hasStarted(session, now);
}

function isOn({ day }: SessionTime, { from, to }: ClosedDays): boolean {
	return from <= day && day <= to;
}

function byPlan(one: { readonly planNumber: number }, other: { readonly planNumber: number }): number {
	return one.planNumber - other.planNumber;
}
