import { hasStarted, type Session } from '../scheduling/session.ts';
import type { SessionId, StaffId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';

/**
 * `taken`: somebody else who was asked accepted first; `withdrawn`: it was taken back, before or after an answer;
 * `overwritten`: a change of team took its place.
 */
export const COVER_STATES = ['asked', 'accepted', 'declined', 'taken', 'withdrawn', 'overwritten'] as const;
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

/** Why a request cannot be answered any more; null for one that waits. */
export function whyNotAnswered(
	state: CoverState,
): 'accepted-already' | 'declined-already' | 'taken' | 'withdrawn' | null {
	switch (state) {
		case 'asked':
			return null;
		case 'accepted':
			return 'accepted-already';
		case 'declined':
			return 'declined-already';
		case 'taken':
			return 'taken';
		case 'withdrawn':
		case 'overwritten':
			return 'withdrawn';
	}
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
