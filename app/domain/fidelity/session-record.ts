import { hasStarted, type Session } from '../scheduling/session.ts';
import type { Instant } from '../shared/instant.ts';
import { isRecordComplete } from './delivery-log.ts';

/** What has been written down of one session, in counts: people expected, people without a mark, facilitators' logs. */
export type RecordCounts = { readonly expected: number; readonly notRecorded: number; readonly logs: number };

export type SessionRecord = {
	/** `in-advance`: apologies only. `none`: nobody is expected. `not-held`: nothing to record. */
	readonly register: 'in-advance' | 'none' | 'open' | 'started' | 'done' | 'not-held';
	readonly log: 'not-yet' | 'open' | 'done' | 'not-held';
	/** Label it “Record complete”, never “Completed” (§7.1). */
	readonly isComplete: boolean;
	/** The session is over, and this was not done. It stops the moment that it is, or the session is marked not held (§8.1). */
	readonly overdue: { readonly register: boolean; readonly log: boolean };
};

/** What is done and what is left to record of a session: first the register, then the delivery log. */
export function recordOf(session: Pick<Session, 'state' | 'time'>, counts: RecordCounts, now: Instant): SessionRecord {
	const nothing = { register: false, log: false };
	if (session.state === 'cancelled')
		return { register: 'not-held', log: 'not-held', isComplete: false, overdue: nothing };
	if (!hasStarted(session, now)) return { register: 'in-advance', log: 'not-yet', isComplete: false, overdue: nothing };
	const { expected, notRecorded, logs } = counts;
	const isOver = session.time !== null && session.time.endsAt <= now;
	const marked = expected - notRecorded;
	return {
		register: expected === 0 ? 'none' : notRecorded === 0 ? 'done' : marked > 0 ? 'started' : 'open',
		log: logs > 0 ? 'done' : 'open',
		isComplete: isRecordComplete({ notRecorded }, Array.from({ length: logs })),
		overdue: { register: isOver && notRecorded > 0, log: isOver && logs === 0 },
	};
}
