import type { Instant } from '../../shared/instant.ts';
import type { SessionTime } from '../session.ts';
import { hasStarted, type Session } from '../session.ts';

/** What a session's register and logs hold: nothing, only apologies in advance, or anything else. */
export const RECORDED = ['nothing', 'apologies', 'more'] as const;
export type Recorded = (typeof RECORDED)[number];

/** A session as far as a change of the schedule looks at it. */
export type TermSession = Pick<Session, 'planNumber' | 'kind' | 'state' | 'time'> & { readonly recorded: Recorded };

/** A session that gets another time; `from` is null where it had none. */
export type Moved = { readonly planNumber: number; readonly from: SessionTime | null; readonly to: SessionTime };

/**
 * Whether a change of other sessions may take this one along: a group or review session to come, without any mark, an
 * apology included. What was held or cancelled, has started or has a mark stays; so does every individual session and
 * every catch-up: a placeholder has no time to move, and a booked one never moves with others (§2.4, §2.5).
 */
export function movesAlong(session: TermSession, now: Instant): boolean {
	return mayBeLaidOutAnew(session) && !hasStarted(session, now);
}

/** The same for a cohort that never had a member: its past is only a plan as well (§2.6). */
export function mayBeLaidOutAnew({ kind, state, recorded }: TermSession): boolean {
	return isInOrder({ kind }) && state === 'scheduled' && recorded === 'nothing';
}

/** Whether the session has a place in the order of the plan: what is booked for some people, catch-ups too, has none. */
export function isInOrder({ kind }: Pick<Session, 'kind'>): boolean {
	return kind !== 'individual' && kind !== 'catch-up';
}

/**
 * One session for each plan: the one that stands, or the newest cancelled one where none does. A cancelled session
 * whose plan was scheduled again is history.
 */
export function standingSessions<Any extends Pick<Session, 'planNumber' | 'state'>>(
	sessions: readonly Any[],
): readonly Any[] {
	const ofPlan = Map.groupBy(sessions, ({ planNumber }) => planNumber);
	return [...ofPlan.values()].map((all) => all.find(({ state }) => state !== 'cancelled') ?? all.at(-1)!);
}

/** The sessions with their new times. */
export function withMoves<Any extends Pick<TermSession, 'planNumber' | 'time'>>(
	term: readonly Any[],
	moves: readonly Moved[],
): readonly Any[] {
	const newTimes = new Map(moves.map(({ planNumber, to }) => [planNumber, to]));
	return term.map((session) => ({ ...session, time: newTimes.get(session.planNumber) ?? session.time }));
}
