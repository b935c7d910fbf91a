import type { Mark } from '../attendance/marks.ts';
import type { EnrolmentState } from '../attrition/enrolment-states.ts';
import type { CohortState } from '../cohorts/cohort.ts';
import { isCurrent, type SafeContact } from '../people/safe-contact.ts';
import { hasStarted, type Session } from '../scheduling/session.ts';
import { dayOf, type Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import type { MessageState } from './message-states.ts';
import { isSafeMoment } from './sending-hours.ts';

/** Everything that decides whether a message may leave. */
export type SendingFacts = {
	/** The version of the session's time that the message speaks of, and the last moment at which it is of use. */
	readonly message: { readonly timeVersion: number; readonly useBy: Instant };
	readonly session: Pick<Session, 'state' | 'time' | 'timeVersion'>;
	readonly cohortState: CohortState;
	readonly enrolmentState: EnrolmentState;
	/** Whether the person is on the session's register. */
	readonly isExpected: boolean;
	readonly mark: Mark | null;
	readonly contact: SafeContact | null;
};

/** Each reason why a message does not leave, and what becomes of it: `queued` means that it waits for its hour. */
export const REFUSED_MESSAGES = {
	'session-moved': 'suppressed',
	'session-cancelled': 'suppressed',
	'cohort-cancelled': 'suppressed',
	'left-the-cohort': 'suppressed',
	'not-expected': 'suppressed',
	'apology-recorded': 'suppressed',
	'already-marked': 'suppressed',
	'session-started': 'expired',
	'past-its-use': 'expired',
	'no-safe-contact': 'blocked',
	'contact-review-overdue': 'blocked',
	'no-safe-hour-left': 'blocked',
	'outside-safe-hours': 'queued',
} as const satisfies Readonly<Record<string, MessageState>>;
export type SendingRefusal = keyof typeof REFUSED_MESSAGES;

/**
 * Whether the message may leave at this moment, and by which safe-contact record. The one rule for planning, preview and
 * sending (domain rules §8.2). Refused with the first reason in order: the cause is gone, it is too late, the contact
 * record does not allow it, the hour is not safe.
 */
export function mayWeSend(facts: SendingFacts, now: Instant): Outcome<SafeContact, SendingRefusal> {
	const gone = whyCauseIsGone(facts);
	if (gone) return refused(gone);
	if (facts.session.state === 'held' || hasStarted(facts.session, now)) return refused('session-started');
	if (now > facts.message.useBy) return refused('past-its-use');
	if (facts.contact === null) return refused('no-safe-contact');
	if (!isCurrent(facts.contact, dayOf(now))) return refused('contact-review-overdue');
	if (!isSafeMoment(facts.contact, now)) return refused('outside-safe-hours');
	return done(facts.contact);
}

/** Reads a stored reason; null when it is what a mail server said. */
export function parseSendingRefusal(text: string | null): SendingRefusal | null {
	return text !== null && Object.hasOwn(REFUSED_MESSAGES, text) ? (text as SendingRefusal) : null;
}

function whyCauseIsGone(facts: SendingFacts): SendingRefusal | null {
	const { message, session, cohortState, enrolmentState, isExpected, mark } = facts;
	if (session.state === 'cancelled') return 'session-cancelled';
	if (session.time === null || session.timeVersion !== message.timeVersion) return 'session-moved';
	if (cohortState === 'cancelled') return 'cohort-cancelled';
	if (enrolmentState !== 'enrolled' && enrolmentState !== 'on-programme') return 'left-the-cohort';
	if (!isExpected) return 'not-expected';
	if (mark === 'absent-notified') return 'apology-recorded';
	return mark === null ? null : 'already-marked';
}
