import type { Session } from '../scheduling/session.ts';
import { type CalendarDay, daysBetween, plusDays } from '../shared/calendar-day.ts';
import type { SessionId, StaffId } from '../shared/ids.ts';
import { dayOf, type Instant } from '../shared/instant.ts';
import { randomFrom, seedOf, shuffled } from '../shared/seeded-random.ts';
import type { ObservationState } from './observation.ts';

/** A session to come that may be drawn, with who delivers it. */
export type PlannableSession = {
	readonly sessionId: SessionId;
	readonly startsAt: Instant;
	readonly staffIds: readonly StaffId[];
};

/** What a draw depends on besides its sessions: the same gives the same draw again. */
export type DrawRule = { readonly seed: string; readonly share: number };

/** Rounding in the product of a share and a count; below it there is no further session. */
const DUST = 1e-9;

/** How many of so many sessions are to be observed: the share rounded up, at least one, and none of none (§7.6). */
export function sessionsToObserve(sessions: number, share: number): number {
	return Math.min(sessions, Math.max(1, Math.ceil(sessions * share - DUST)));
}

/**
 * The sessions to observe, in the order in which they begin. All are put into an order of chance that the seed decides;
 * one after the other is taken as long as somebody who delivers it has fewer than their share taken. So each facilitator
 * gets the share of their own sessions and at least one, and one session counts for everybody who delivers it. How the
 * sessions are listed does not matter (§7.6).
 */
export function drawObservations(
	sessions: readonly PlannableSession[],
	{ seed, share }: DrawRule,
): readonly SessionId[] {
	const inOrder = sessions.toSorted((one, other) => (one.sessionId < other.sessionId ? -1 : 1));
	const wanted = new Map<StaffId, number>();
	for (const staffId of new Set(inOrder.flatMap(({ staffIds }) => staffIds))) {
		const own = inOrder.filter(({ staffIds }) => staffIds.includes(staffId)).length;
		wanted.set(staffId, sessionsToObserve(own, share));
	}
	const taken: PlannableSession[] = [];
	for (const session of shuffled(inOrder, randomFrom(seedOf(seed)))) {
		const needed = session.staffIds.some((staffId) => wanted.get(staffId)! > 0);
		if (!needed) continue;
		taken.push(session);
		for (const staffId of session.staffIds) wanted.set(staffId, wanted.get(staffId)! - 1);
	}
	return taken.toSorted(byStart).map(({ sessionId }) => sessionId);
}

/** From which day on the facilitators know that a session is observed (§7.6). */
export function toldFrom(day: CalendarDay, noticeDays: number): CalendarDay {
	return plusDays(day, -noticeDays);
}

/**
 * Those that may be drawn: whoever delivers one could be told of it the whole notice before, and somebody does deliver
 * it.
 */
export function plannable(sessions: readonly PlannableSession[], now: Instant, noticeDays: number) {
	return sessions.filter(
		({ startsAt, staffIds }) => staffIds.length > 0 && toldFrom(dayOf(startsAt), noticeDays) > dayOf(now),
	);
}

export type Draw = {
	readonly drawnAt: Instant;
	readonly noticeDays: number;
	/** What was drawn, with when it began as the draw knew it, and every time that it ever had, the oldest first. */
	readonly drawn: readonly {
		readonly sessionId: SessionId;
		readonly startsAt: Instant;
		readonly times: readonly { readonly setAt: Instant; readonly day: CalendarDay }[];
	}[];
};

/**
 * The sessions that are to be observed by all draws of a cohort, the oldest first: those of the last, and those of which
 * the facilitators had been told before the next draw was made, wherever the session lay then. What an earlier draw left
 * in the future is dropped.
 */
export function standingDraw(draws: readonly Draw[]): ReadonlySet<SessionId> {
	return new Set(
		draws.flatMap((draw, at) => {
			const next = draws[at + 1];
			const stands = (one: Draw['drawn'][number]) => !next || wasToldBefore(one, draw, next.drawnAt);
			return draw.drawn.filter(stands).map(({ sessionId }) => sessionId);
		}),
	);
}

/** Whether the day of the notice came while the session lay where it was drawn, or where it was moved to after that. */
function wasToldBefore(
	{ startsAt, times }: Draw['drawn'][number],
	{ drawnAt, noticeDays }: Pick<Draw, 'drawnAt' | 'noticeDays'>,
	until: Instant,
): boolean {
	const moved = times.filter(({ setAt }) => setAt > drawnAt && setAt < until);
	return [{ day: dayOf(startsAt) }, ...moved].some(
		({ day }, at) => toldFrom(day, noticeDays) <= dayOf(moved[at]?.setAt ?? until),
	);
}

function byStart(one: PlannableSession, other: PlannableSession): number {
	return one.startsAt < other.startsAt || (one.startsAt === other.startsAt && one.sessionId < other.sessionId) ? -1 : 1;
}

/**
 * Whether the team of a session is told that it is observed: it was drawn or an observer is assigned, it is not over, and
 * no more days are left than the notice has. Before that they are not told (§7.6).
 */
export function isToldOf(
	{ id, state, time }: Pick<Session, 'state' | 'time'> & { readonly id: SessionId },
	{ draws, hasObserver }: { readonly draws: readonly Draw[]; readonly hasObserver: boolean },
	noticeDays: number,
	now: Instant,
): boolean {
	if (state === 'cancelled' || time === null || time.endsAt <= now) return false;
	const isObserved = hasObserver || standingDraw(draws).has(id);
	return isObserved && toldFrom(time.day, noticeDays) <= dayOf(now);
}

/** An observation that nobody has submitted for longer than this after its session is overdue. In days. */
export const OBSERVATION_OVERDUE_AFTER_DAYS = 7;

/**
 * Whether a session that was to be observed is over for longer than that, and nobody has submitted an observation (§7.9).
 */
export function isObservationOverdue(
	{ state, time }: Pick<Session, 'state' | 'time'>,
	observations: readonly { readonly state: ObservationState }[],
	now: Instant,
): boolean {
	if (state === 'cancelled' || time === null || time.endsAt > now) return false;
	const isSubmitted = observations.some((observation) => observation.state !== 'draft');
	return !isSubmitted && daysBetween(time.day, dayOf(now)) > OBSERVATION_OVERDUE_AFTER_DAYS;
}
