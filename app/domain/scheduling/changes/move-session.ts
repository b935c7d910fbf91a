import { plusDays } from '../../shared/calendar-day.ts';
import type { Instant } from '../../shared/instant.ts';
import { done, type Outcome, type Refused, refused } from '../../shared/outcome.ts';
import type { LayOutRefusal, PlanToLayOut, SkippedDay } from '../lay-out-sessions.ts';
import { hasStarted, type SessionTime } from '../session.ts';
import { faultOfOrder } from './keeps-order.ts';
import { layOutAgain, type Pattern } from './lay-out-again.ts';
import { type ChosenTime, type ChosenTimeRefusal, timeToCome } from './new-time.ts';
import { isInOrder, type Moved, movesAlong, type TermSession } from './term.ts';

/** Which sessions a move takes: the one alone, or all after it in the plan as well. */
export const MOVE_SCOPES = ['one', 'later'] as const;
export type MoveScope = (typeof MOVE_SCOPES)[number];

export type MoveInput = Pattern & {
	/** The sessions that stand, one for each plan; see `standingSessions`. */
	readonly term: readonly TermSession[];
	readonly plans: readonly PlanToLayOut[];
	/** Whose session moves. A cancelled one is scheduled again. */
	readonly planNumber: number;
	readonly to: ChosenTime;
	readonly now: Instant;
};

/** Every session that moves, in plan order, the chosen one first; and the days passed over for the later ones. */
export type PlannedMove = { readonly moves: readonly Moved[]; readonly skipped: readonly SkippedDay[] };

export type MovableRefusal = 'no-such-session' | 'not-in-order' | 'has-started' | 'has-marks';
export type MoveRefusal =
	| MovableRefusal
	| ChosenTimeRefusal
	| LayOutRefusal
	| 'in-the-past'
	| 'nothing-changed'
	| 'out-of-order';

/**
 * What a new time for one session makes of the term. With `later`, every session after it in plan order, whatever its
 * date, takes the next slots of the pattern from the day after; one that has started or has a mark stays, and so do
 * individual sessions. No plan is lost or doubled. Refused when the new time is over, is the old one, falls on a closed
 * day, or would break the order of the plan with a session that stays. (§2.5)
 */
export function planMove(input: MoveInput, scope: MoveScope): Outcome<PlannedMove, MoveRefusal> {
	const session = input.term.find(({ planNumber }) => planNumber === input.planNumber);
	const fault = faultOfMoving(session, input.now);
	if (fault || !session) return fault ?? refused('no-such-session');
	const time = timeToCome(input.to, input.off, input.now);
	if (!time.done) return time;
	if (session.state === 'scheduled' && isSame(session.time, time.value)) return refused('nothing-changed');
	const moved: Moved = { planNumber: session.planNumber, from: session.time, to: time.value };
	const later = scope === 'later' ? laterSessions(input, time.value) : done({ moves: [], skipped: [] });
	if (!later.done) return later;
	const moves = [moved, ...later.value.moves];
	const standing = input.term.map((one) => (one === session ? { ...one, state: 'scheduled' as const } : one));
	return faultOfOrder(standing, moves, input.now) ?? done({ moves, skipped: later.value.skipped });
}

/** The same for an individual session that is booked for somebody: it moves alone, and has no place in the order (§2.4). */
export function planBookedMove(
	session: TermSession,
	{ to: chosen, off, now }: Pick<MoveInput, 'to' | 'now'> & Pick<Pattern, 'off'>,
): Outcome<PlannedMove, MoveRefusal> {
	const fault = faultOfMoving({ ...session, kind: 'group' }, now);
	if (fault) return fault;
	const time = timeToCome(chosen, off, now);
	if (!time.done) return time;
	if (isSame(session.time, time.value)) return refused('nothing-changed');
	return done({ moves: [{ planNumber: session.planNumber, from: session.time, to: time.value }], skipped: [] });
}

/**
 * Why this session cannot get another time; null when it can. A cancelled session can: its plan is scheduled again. An
 * individual session is booked for a person instead; one that has started is recorded as not held instead. Apologies
 * do not hold a session to its date: they are taken back with it.
 */
export function faultOfMoving(session: TermSession | undefined, now: Instant): Refused<MovableRefusal> | null {
	if (!session) return refused('no-such-session');
	if (!isInOrder(session)) return refused('not-in-order');
	if (session.state === 'cancelled') return null;
	if (session.state === 'held' || hasStarted(session, now)) return refused('has-started');
	return session.recorded === 'more' ? refused('has-marks') : null;
}

function laterSessions({ term, plans, slots, off, planNumber, now }: MoveInput, moved: SessionTime) {
	const sessions = term
		.filter((session) => session.planNumber > planNumber)
		.toSorted((one, other) => one.planNumber - other.planNumber);
	return layOutAgain({
		sessions,
		plans,
		slots,
		off,
		moves: (session) => movesAlong(session, now),
		previous: moved,
		earliest: plusDays(moved.day, 1),
		startsAfter: now,
	});
}

function isSame(before: SessionTime | null, after: SessionTime): boolean {
	return before?.startsAt === after.startsAt && before.lengthMinutes === after.lengthMinutes;
}
