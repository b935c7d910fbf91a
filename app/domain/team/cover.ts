import { hasStarted, type Session } from '../scheduling/session.ts';
import type { SessionId, StaffId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';

/** `withdrawn`: whoever asked took it back, before or after an answer; `overwritten`: a change of team took its place. */
export const COVER_STATES = ['asked', 'accepted', 'declined', 'withdrawn', 'overwritten'] as const;
export type CoverState = (typeof COVER_STATES)[number];

export type Cover = {
	readonly sessionId: SessionId;
	readonly absentId: StaffId;
	readonly coveringId: StaffId;
	readonly state: CoverState;
};

/** Whether the cover waits for an answer or stands. */
export function isOpenCover({ state }: Pick<Cover, 'state'>): boolean {
	return state === 'asked' || state === 'accepted';
}

/** Whether a session can still be covered: it is to go ahead, has a time, and has not begun. */
export function mayBeCovered(
	session: Pick<Session, 'state' | 'time'>,
	now: Instant,
): Outcome<undefined, 'not-booked' | 'session-begun' | 'session-cancelled'> {
	if (session.state === 'cancelled') return refused('session-cancelled');
	if (session.time === null) return refused('not-booked');
	return hasStarted(session, now) || session.state === 'held' ? refused('session-begun') : done();
}
