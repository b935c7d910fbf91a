import type { ObservationState } from '../observations/observation.ts';
import { isObservationOverdue } from '../observations/observation-plan.ts';
import { isInOrder } from '../scheduling/changes/term.ts';
import type { Session } from '../scheduling/session.ts';
import { daysBetween } from '../shared/calendar-day.ts';
import { dayOf, type Instant } from '../shared/instant.ts';
import { GAP_KINDS, type GapKind } from './gap-kinds.ts';
import { isShort, type LengthFacts } from './session-length.ts';

/** A log that nobody has written for longer than this after its session is a gap, and not only overdue. In days. */
export const LOG_MISSING_AFTER_DAYS = 2;

/** What is known of one session. */
export type GapFacts = {
	readonly session: Pick<Session, 'state' | 'time' | 'kind'>;
	/** Places expected and without a mark, by their ids, once it is over. */
	readonly notRecorded: readonly string[];
	readonly logs: number;
	/** Core activities of its plan that the log that counts says were not delivered, by their keys. */
	readonly coreNotDelivered: readonly string[];
	/** How long it was, as far as its time and the log that counts say; and whether a lead approved that it is shorter. */
	readonly length: LengthFacts & { readonly isApproved: boolean };
	/** How many delivered it: as the log that counts says, else its team with cover; and how many the programme asks for. */
	readonly deliveredBy: number;
	readonly facilitatorsAsked: number;
	/** What is not in the order of the plan, as `scheduleGaps` finds it of the cohort. */
	readonly isMerged: boolean;
	readonly isSplit: boolean;
	readonly isOutOfOrder: boolean;
	/** Its plan stands for another date, or it is decided what becomes of it. */
	readonly isSettled: boolean;
	/** The places that began with it, by their ids. */
	readonly joined: readonly string[];
	/** Whether its plan is the last at which somebody may join, or lies before it. */
	readonly takesJoiners: boolean;
	/** Of those who deliver it, who were accredited once and are not on its day, by their ids. */
	readonly lapsed: readonly string[];
	/** How its observations stand, and whether one is to be made of it by the plan; nothing for who may not read that. */
	readonly observing: {
		readonly isPlanned: boolean;
		readonly observations: readonly { readonly state: ObservationState }[];
	};
};

/**
 * The gaps of one session at this moment, in the order of their kinds. One to come has at most the gap that somebody joins
 * too late; one that did not go ahead has none but that its plan is open or was merged with another. Catch-ups are not
 * scheduled again: who was to come needs one anew (§5.8).
 */
export function gapsOf(facts: GapFacts, now: Instant): readonly GapKind[] {
	const { session } = facts;
	const joinedLate = facts.joined.length > 0 && !facts.takesJoiners;
	const isThere: Readonly<Record<GapKind, boolean>> = {
		...gapsOfRecord(facts, now),
		...gapsOfDelivery(facts),
		'not-delivered-again': session.state === 'cancelled' && session.kind !== 'catch-up' && !facts.isSettled,
		'joined-late': joinedLate,
		...gapsOfObserving(facts, now),
		'referrer-contacts-missing': false,
		'partner-contact-missing': false,
	};
	return GAP_KINDS.filter((kind) => isThere[kind]);
}

/** What is open of how it was delivered. A catch-up, and what is booked for one person, has the facilitators it was given. */
function gapsOfDelivery({ session, length, deliveredBy, facilitatorsAsked, ...facts }: GapFacts) {
	const isHeld = session.state === 'held';
	return {
		'length-short': isHeld && session.kind !== 'catch-up' && isShort(length) && !length.isApproved,
		'too-few-facilitators': isHeld && isInOrder(session) && deliveredBy < facilitatorsAsked,
		'sessions-merged': facts.isMerged,
		'session-split': facts.isSplit,
		'sessions-out-of-order': facts.isOutOfOrder,
	};
}

function gapsOfObserving({ session, observing: { isPlanned, observations } }: GapFacts, now: Instant) {
	return {
		'observation-overdue': isPlanned && isObservationOverdue(session, observations, now),
		'observation-not-released': observations.some(({ state }) => state === 'submitted' || state === 'corrected'),
	};
}

function gapsOfRecord({ session, notRecorded, logs, coreNotDelivered, lapsed }: GapFacts, now: Instant) {
	const { time, state } = session;
	const isOver = state !== 'cancelled' && time !== null && time.endsAt <= now;
	const days = time === null ? 0 : daysBetween(time.day, dayOf(now));
	return {
		'register-incomplete': isOver && notRecorded.length > 0,
		'log-missing': isOver && logs === 0 && days > LOG_MISSING_AFTER_DAYS,
		'core-not-delivered': state !== 'cancelled' && coreNotDelivered.length > 0,
		'accreditation-lapsed': state === 'held' && lapsed.length > 0,
	};
}
