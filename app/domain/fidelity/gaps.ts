import type { ObservationState } from '../observations/observation.ts';
import { isObservationOverdue } from '../observations/observation-plan.ts';
import type { Session } from '../scheduling/session.ts';
import { daysBetween } from '../shared/calendar-day.ts';
import { dayOf, type Instant } from '../shared/instant.ts';

/** What can be missing from what was to be delivered and written down of a session (§7.9). */
export const GAP_KINDS = [
	'register-incomplete',
	'log-missing',
	'core-not-delivered',
	'not-delivered-again',
	'joined-late',
	'accreditation-lapsed',
	'observation-overdue',
	'observation-not-released',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** Whose it is to close a gap. */
export type GapOwner = 'team' | 'coordinator' | 'lead';

export const GAP_MEANINGS: Readonly<Record<GapKind, { readonly title: string; readonly owner: GapOwner }>> = {
	'register-incomplete': { title: 'Register not complete', owner: 'team' },
	'log-missing': { title: 'Delivery log missing', owner: 'team' },
	'core-not-delivered': { title: 'Core activity not delivered', owner: 'lead' },
	'not-delivered-again': { title: 'Cancelled and not delivered again', owner: 'coordinator' },
	'joined-late': { title: 'Joined after the last joining session', owner: 'coordinator' },
	'accreditation-lapsed': { title: 'Delivered after an accreditation had lapsed', owner: 'lead' },
	'observation-overdue': { title: 'Observation overdue', owner: 'lead' },
	'observation-not-released': { title: 'Observation not released to the team', owner: 'lead' },
};

/** A log that nobody has written for longer than this after its session is a gap, and not only overdue. In days. */
export const LOG_MISSING_AFTER_DAYS = 2;

/** What is known of one session. */
export type GapFacts = {
	readonly session: Pick<Session, 'state' | 'time' | 'kind'>;
	/** People expected and without a mark. */
	readonly notRecorded: number;
	readonly logs: number;
	/** Core activities of its plan that the log that counts says were not delivered. */
	readonly coreNotDelivered: number;
	/** Its plan stands for another date, or it is decided what becomes of it. */
	readonly isSettled: boolean;
	/** People who joined at it. */
	readonly joined: number;
	/** Whether its plan is the last at which somebody may join, or lies before it. */
	readonly takesJoiners: boolean;
	/** Of those who deliver it, how many were accredited once and are not on its day. */
	readonly lapsed: number;
	/** How its observations stand, and whether one is to be made of it by the plan; nothing for who may not read that. */
	readonly observing: {
		readonly isPlanned: boolean;
		readonly observations: readonly { readonly state: ObservationState }[];
	};
};

/**
 * The gaps of one session at this moment, in the order of their kinds. One to come has at most the gap that somebody joins
 * too late; one that did not go ahead has none but that its plan is open. Catch-ups are not scheduled again: who was to
 * come needs one anew (§5.8).
 */
export function gapsOf(facts: GapFacts, now: Instant): readonly GapKind[] {
	const { session } = facts;
	const joinedLate = facts.joined > 0 && !facts.takesJoiners;
	const isThere: Readonly<Record<GapKind, boolean>> = {
		...gapsOfRecord(facts, now),
		'not-delivered-again': session.state === 'cancelled' && session.kind !== 'catch-up' && !facts.isSettled,
		'joined-late': joinedLate,
		...gapsOfObserving(facts, now),
	};
	return GAP_KINDS.filter((kind) => isThere[kind]);
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
		'register-incomplete': isOver && notRecorded > 0,
		'log-missing': isOver && logs === 0 && days > LOG_MISSING_AFTER_DAYS,
		'core-not-delivered': state !== 'cancelled' && coreNotDelivered > 0,
		'accreditation-lapsed': state === 'held' && lapsed > 0,
	};
}
