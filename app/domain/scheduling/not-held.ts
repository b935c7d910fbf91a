import type { Mark } from '../attendance/marks.ts';
import { dayOf, type Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import type { Session } from './session.ts';

/**
 * Whether it may be recorded that a session did not go ahead: from its own day on, because before that it is a change of
 * plan; not twice; and not while somebody is marked as having been there or stayed away, apologies aside, a delivery log
 * says what was delivered, or something else is written of how it went (`said`: of which no more is told, because not
 * everybody who may ask may read it).
 */
export function mayBeNotHeld(
	session: Pick<Session, 'state' | 'time'>,
	record: { readonly rows: readonly { readonly mark: Mark | null }[]; readonly logs: number; readonly said: number },
	now: Instant,
): Outcome<undefined, 'cancelled-already' | 'day-not-come' | 'has-marks' | 'has-log' | 'has-records'> {
	if (session.state === 'cancelled') return refused('cancelled-already');
	if (session.time === null || dayOf(now) < session.time.day)
		return refused('day-not-come', { day: session.time?.day });
	const contradicting = record.rows.filter(({ mark }) => mark !== null && mark !== 'absent-notified');
	if (contradicting.length > 0) return refused('has-marks', { count: contradicting.length });
	if (record.logs > 0) return refused('has-log');
	return record.said > 0 ? refused('has-records') : done();
}

/**
 * Whether it may be taken back: until the end of the day on which it was recorded (§2.8). Not for an individual session
 * that was given back because its person’s place has ended, nor for a catch-up to which nobody is left to come: those are
 * booked anew.
 */
export function mayUndoNotHeld(
	session: Pick<Session, 'state' | 'time' | 'enrolmentId'> & Partial<Pick<Session, 'kind'>>,
	expected: number,
	recordedAt: Instant,
	now: Instant,
): Outcome<undefined, 'not-cancelled' | 'given-back' | 'day-is-over'> {
	const { state, time, enrolmentId } = session;
	if (state !== 'cancelled') return refused('not-cancelled');
	const wasAhead = time !== null && time.day > dayOf(recordedAt);
	if (enrolmentId !== null && (expected === 0 || wasAhead)) return refused('given-back');
	if (session.kind === 'catch-up' && expected === 0) return refused('given-back');
	return dayOf(recordedAt) === dayOf(now) ? done() : refused('day-is-over', { day: dayOf(recordedAt) });
}
