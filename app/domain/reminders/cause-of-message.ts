import type { Mark } from '../attendance/marks.ts';
import type { EnrolmentState } from '../attrition/enrolment-states.ts';
import type { CohortState } from '../cohorts/cohort.ts';
import type { Session } from '../scheduling/session.ts';
import { dayOf, type Instant } from '../shared/instant.ts';
import type { MessageKind } from './message-kinds.ts';
import type { MessageState } from './message-states.ts';

/** What somebody said of a message that leaves only once it is approved. */
export const MESSAGE_DECISIONS = ['approved', 'declined'] as const;
export type MessageDecision = (typeof MESSAGE_DECISIONS)[number];

/** A message about the same session to the same person; `at` is when it left, or is to leave. */
export type ToldOf = {
	readonly kind: MessageKind;
	readonly timeVersion: number;
	readonly state: MessageState;
	readonly at: Instant;
};

/** What a message is about, and whether it still is so. */
export type CauseFacts = {
	/** The version of the session's time that the message speaks of, and when it is wanted. */
	readonly message: {
		readonly kind: MessageKind;
		readonly timeVersion: number;
		readonly decision: MessageDecision | null;
		readonly wantedAt: Instant;
	};
	readonly session: Pick<Session, 'state' | 'time' | 'timeVersion'>;
	readonly cohortState: CohortState;
	readonly enrolmentState: EnrolmentState;
	/** Whether the person is on the session's register. */
	readonly isExpected: boolean;
	readonly mark: Mark | null;
	/** Whether nothing was or is before it for them in this cohort. */
	readonly isFirst: boolean;
	/** Whether a message on joining left for this place already, about whatever session. */
	readonly isWelcomed: boolean;
	/** Of a cohort that was given up: whether a message about another of its sessions said so to them, or is about to. */
	readonly isToldOfEnd: boolean;
	readonly told: readonly ToldOf[];
};

export type GoneCause =
	| 'session-moved'
	| 'session-cancelled'
	| 'session-goes-ahead'
	| 'cohort-cancelled'
	| 'left-the-cohort'
	| 'not-expected'
	| 'apology-recorded'
	| 'already-marked'
	| 'not-missed'
	| 'not-the-first'
	| 'joined-before'
	| 'nothing-changed'
	| 'told-already'
	| 'declined';

/** Why what the message is about is not so any more; null while it is. The first reason in order. */
export function whyCauseIsGone(facts: CauseFacts): GoneCause | null {
	const { message, session, cohortState, enrolmentState } = facts;
	const isOff = session.state === 'cancelled' || cohortState === 'cancelled';
	if (session.state === 'cancelled' && message.kind !== 'cancelled') return 'session-cancelled';
	if (!isOff && message.kind === 'cancelled') return 'session-goes-ahead';
	if (session.time === null || session.timeVersion !== message.timeVersion) return 'session-moved';
	if (cohortState === 'cancelled' && message.kind !== 'cancelled') return 'cohort-cancelled';
	if (enrolmentState !== 'enrolled' && enrolmentState !== 'on-programme') return 'left-the-cohort';
	if (!facts.isExpected) return 'not-expected';
	return message.kind === 'missed-you' ? whyNotMissed(facts) : (whyNotAwaited(facts) ?? whyToldNot(facts));
}

/** Missed is who did not come and said nothing; earlier words about the same session are not said again. */
function whyNotMissed({ message, mark, told }: CauseFacts): GoneCause | null {
	if (mark !== 'absent-no-contact') return 'not-missed';
	if (message.decision === 'declined') return 'declined';
	const before = told.some(
		(one) => one.kind === 'missed-you' && one.timeVersion !== message.timeVersion && hasLeft(one),
	);
	return before ? 'told-already' : null;
}

function whyNotAwaited({ mark }: CauseFacts): GoneCause | null {
	if (mark === 'absent-notified') return 'apology-recorded';
	return mark === null ? null : 'already-marked';
}

function whyToldNot(facts: CauseFacts): GoneCause | null {
	const { kind } = facts.message;
	if (kind === 'cancelled' && facts.session.state !== 'cancelled' && facts.isToldOfEnd) return 'told-already';
	if (kind === 'joining' && !facts.isFirst) return 'not-the-first';
	if (kind === 'joining' && facts.isWelcomed) return 'joined-before';
	if (kind === 'changed' && !facts.told.some((one) => isAnotherTime(one, facts))) return 'nothing-changed';
	return INSTEAD[kind].some((other) => isToldInstead(other, facts)) ? 'told-already' : null;
}

/** A message about another time of the session was planned: the person may count on that time. */
function isAnotherTime({ kind, timeVersion }: ToldOf, { message }: CauseFacts): boolean {
	return kind !== 'missed-you' && timeVersion < message.timeVersion;
}

/** Which other kinds say what this one would: a change inside the window sends “changed”, not “reminder” (§8.1). */
const INSTEAD: Readonly<Record<MessageKind, readonly MessageKind[]>> = {
	joining: ['changed'],
	reminder: ['changed', 'joining'],
	changed: [],
	cancelled: [],
	'missed-you': [],
};

/** Whoever hears of this time on the day on which the message is wanted, or later, needs no other. */
function isToldInstead(kind: MessageKind, { told, message }: CauseFacts): boolean {
	return told.some(
		(one) =>
			one.kind === kind &&
			one.timeVersion === message.timeVersion &&
			IS_TOLD.includes(one.state) &&
			dayOf(one.at) >= dayOf(message.wantedAt),
	);
}

/** One that is blocked is a task, by which somebody tells the person: no second task for the same. */
const IS_TOLD: readonly MessageState[] = ['queued', 'blocked', 'leased', 'sent', 'unknown'];

function hasLeft({ state }: ToldOf): boolean {
	return state === 'sent' || state === 'unknown' || state === 'leased';
}
