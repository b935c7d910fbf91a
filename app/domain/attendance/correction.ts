import type { Session } from '../scheduling/session.ts';
import { plusDays } from '../shared/calendar-day.ts';
import { dayOf, type Instant } from '../shared/instant.ts';
import { saysTheSame } from './check-mark.ts';
import type { MarkEntry, RegisterRow } from './register.ts';

/** How long the facilitators of a session correct its register by themselves, in days after the session (§5.5). */
export const CORRECTION_DAYS = 7;

/** How somebody stands to a register: on the session's team, and coordinator of its area or lead. Both can hold. */
export type RegisterHand = { readonly facilitates: boolean; readonly oversees: boolean };

export type CorrectionLeave = 'freely' | 'needs-reason' | 'not-any-more' | 'never';

type MarkedRow = Pick<RegisterRow, 'markedAt'>;

/**
 * Whether somebody has recorded what became of this person at the session. An apology from before the start has not:
 * who came after all is recorded for the first time.
 */
export function isOnRecord({ markedAt }: MarkedRow, { time }: Pick<Session, 'time'>): boolean {
	return markedAt !== null && (time === null || markedAt >= time.startsAt);
}

/**
 * Whether this entry changes what somebody already recorded. Filling in a row that nobody ever wrote is no correction,
 * however long ago the session was: recording the past is normal (§5.5).
 */
export function isCorrection(row: RegisterRow, entry: MarkEntry, session: Pick<Session, 'time'>): boolean {
	return isOnRecord(row, session) && !saysTheSame(row, entry);
}

/**
 * On what terms somebody may correct a register: freely until the end of the seventh day after the session; then its
 * facilitators may not any more, and a coordinator or a lead may with a reason. `never` is for everybody else (§5.5).
 */
export function mayCorrect(hand: RegisterHand, session: Pick<Session, 'time'>, now: Instant): CorrectionLeave {
	if (!hand.facilitates && !hand.oversees) return 'never';
	const lastDay = session.time && plusDays(session.time.day, CORRECTION_DAYS);
	if (lastDay === null || dayOf(now) <= lastDay) return 'freely';
	return hand.oversees ? 'needs-reason' : 'not-any-more';
}
