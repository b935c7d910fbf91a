import type { Mark } from '../attendance/marks.ts';
import { isOverdue } from '../attendance/register.ts';
import { hasStarted, type Session } from '../scheduling/session.ts';
import type { CalendarDay } from '../shared/calendar-day.ts';
import type { Instant } from '../shared/instant.ts';
import { countStarted, type PlaceTaken, type StartedCount } from './started.ts';

/** A row of a register that may still want a mark, with its session. */
export type UnrecordedRow = {
	readonly sessionId: Session['id'];
	readonly expected: boolean;
	readonly mark: Mark | null;
};

/** A cohort in one line of a list. */
export type CohortGlance = {
	/** The plan number of the last session that has begun, cancelled or not; 0 before the first. Of `sessions` in all. */
	readonly reached: number;
	readonly sessions: number;
	/** The next session that has not begun; null when there is none, or none is booked. */
	readonly next: { readonly planNumber: number; readonly day: CalendarDay } | null;
	readonly startsOn: CalendarDay | null;
	readonly endsOn: CalendarDay | null;
	readonly startedCount: StartedCount;
	/** Registers that are over and not filled in. */
	readonly openRegisters: number;
};

/** What a list says of a cohort at this moment, by the same rules as its own page. */
export function glanceAtCohort(
	sessions: readonly Session[],
	places: readonly PlaceTaken[],
	unrecorded: readonly UnrecordedRow[],
	now: Instant,
): CohortGlance {
	const days = sessions.flatMap(({ time }) => (time ? [time.day] : [])).sort();
	const ahead = sessions.filter(({ state, time }) => state === 'scheduled' && time !== null && time.startsAt > now);
	const [next] = ahead.toSorted((one, other) => (one.time!.startsAt < other.time!.startsAt ? -1 : 1));
	const rowsOf = (session: Session) => unrecorded.filter(({ sessionId }) => sessionId === session.id);
	return {
		reached: reachedPlan(sessions, now),
		sessions: sessions.length,
		next: next ? { planNumber: next.planNumber, day: next.time!.day } : null,
		startsOn: days[0] ?? null,
		endsOn: days.at(-1) ?? null,
		startedCount: countStarted(places),
		openRegisters: sessions.filter((session) => isOverdue(session, rowsOf(session), now)).length,
	};
}

/** The plan number of the last session that has begun, cancelled or not; 0 before the first. */
export function reachedPlan(sessions: readonly Pick<Session, 'planNumber' | 'time'>[], now: Instant): number {
	return Math.max(0, ...sessions.filter((session) => hasStarted(session, now)).map(({ planNumber }) => planNumber));
}
