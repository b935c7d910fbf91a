import type { SessionTime } from '../scheduling/session.ts';
import { dayOf, type Instant, plusMinutes } from '../shared/instant.ts';
import type { MessageDecision } from './cause-of-message.ts';
import {
	APART_MINUTES,
	isApart,
	mayWeSend,
	REFUSED_MESSAGES,
	type SendingFacts,
	type SendingRefusal,
} from './may-we-send.ts';
import { type KindTimings, lastUseOf, type MessageKind, wantedAt } from './message-kinds.ts';
import { firstSafeMoment, lastSafeMoment, type SafeHours, sendingMoment } from './sending-hours.ts';

/** What decides on a message that is not there yet. */
export type PlanningFacts = Omit<SendingFacts, 'message'>;

/** What is wanted of a message now: `dueAt` is when it leaves, or when it would have if it were not blocked. */
export type MessagePlan = {
	readonly state: 'queued' | 'blocked' | 'suppressed' | 'expired';
	readonly reason: SendingRefusal | null;
	readonly dueAt: Instant;
	readonly useBy: Instant;
};

export type Planning = {
	readonly kind: MessageKind;
	readonly timings: KindTimings;
	readonly timeVersion: number;
	readonly time: SessionTime;
	readonly now: Instant;
	/** When it was planned first, and what somebody decided of it since, of a message that is there. */
	readonly plannedAt?: Instant;
	readonly decision?: MessageDecision | null;
	/** Not before this moment, where that is known already. */
	readonly earliest?: Instant;
};

/**
 * The messages of one kind that are still to be made for these people and sessions: one each, queued or blocked; none
 * where the cause is not so, or where it is too late. What nobody waits for (on joining, on a session that was missed) is
 * made only where nothing but an approval keeps it: what is in the way is a task about the reminder already.
 */
export function planMessages<Candidate extends { readonly facts: PlanningFacts }>(
	candidates: readonly Candidate[],
	kind: MessageKind,
	{ timings, now }: Pick<Planning, 'timings' | 'now'>,
): readonly { readonly candidate: Candidate; readonly plan: MessagePlan }[] {
	return candidates.flatMap((candidate) => {
		const { time, timeVersion } = candidate.facts.session;
		const plan = time && planMessage(candidate.facts, { kind, timings, timeVersion, time, now });
		return plan && isMade(kind, plan) ? [{ candidate, plan }] : [];
	});
}

function isMade(kind: MessageKind, { state, reason }: MessagePlan): boolean {
	if (state === 'queued') return true;
	if (state !== 'blocked') return false;
	if (kind === 'missed-you') return reason === 'needs-approval';
	return kind !== 'joining';
}

/**
 * What is wanted of the message for this version of a session's time. It leaves at the moment wanted, for a reminder the
 * day before at the same wall time; if that is not safe, at the nearest earlier safe moment to come; else at the next one
 * while it is of use; else it is blocked (domain rules §8.1). Judged as at the moment when it will leave.
 */
export function planMessage(facts: PlanningFacts, planning: Planning): MessagePlan {
	const { kind, timings, timeVersion, time, now, plannedAt = now, decision = null } = planning;
	const earliest = planning.earliest ?? announcedFrom(facts, now);
	const useBy = lastUseOf(kind, time, timings);
	const wanted = wantedAt(kind, time, timings, plannedAt);
	const toBeSent: SendingFacts = { ...facts, message: { kind, timeVersion, useBy, decision, wantedAt: wanted } };
	const judged = (at: Instant): MessagePlan => {
		const allowed = mayWeSend(toBeSent, at);
		if (allowed.done) return { state: 'queued', reason: null, dueAt: at, useBy };
		return { state: REFUSED_MESSAGES[allowed.code], reason: allowed.code, dueAt: wanted, useBy };
	};
	const atOnce = judged(now);
	if (atOnce.reason !== null && REFUSED_MESSAGES[atOnce.reason] !== 'queued') return atOnce;
	const moment = facts.contact && sendingMoment(facts.contact, { wanted, now: earliest, latest: useBy });
	const apart = moment && facts.contact && momentApart(facts, facts.contact, { moment, from: earliest, until: useBy });
	return apart ? judged(apart) : { state: 'blocked', reason: 'no-safe-hour-left', dueAt: wanted, useBy };
}

/**
 * From when on a message that is planned now may leave. One to the perpetrator side is announced a quarter of an hour
 * before, whoever he is, so that one to the other side can give way to it and never he to her (safety.md §3).
 */
export function announcedFrom({ side }: Pick<SendingFacts, 'side'>, now: Instant): Instant {
	return side === 'perpetrator' ? plusMinutes(now, APART_MINUTES) : now;
}

type Around = { readonly moment: Instant; readonly from: Instant; readonly until: Instant };

/** Later on that day, else the last one before, else on a day after: who gives way is told in time rather than not at all. */
function momentApart(
	facts: Pick<SendingFacts, 'otherSideAt'>,
	hours: SafeHours,
	{ moment, from, until }: Around,
): Instant | null {
	const later = firstMomentApart(facts, hours, moment, until);
	if (later !== null && dayOf(later) === dayOf(moment)) return later;
	return lastMomentApart(facts, hours, from, moment) ?? later;
}

/** The last safe moment from `from` to `until` that is a quarter of an hour from whatever leaves to the other side; null when there is none. */
function lastMomentApart(
	facts: Pick<SendingFacts, 'otherSideAt'>,
	hours: SafeHours,
	from: Instant,
	until: Instant,
): Instant | null {
	const at = lastSafeMoment(hours, from, until);
	if (at === null || isApart(facts, at)) return at;
	const [before] = inTheWayOf(facts, at)
		.map((other) => plusMinutes(other, -APART_MINUTES))
		.toSorted();
	return lastMomentApart(facts, hours, from, before!);
}

/** The first safe moment from `from` to `until` that is a quarter of an hour from whatever leaves to the other side; null when there is none. */
export function firstMomentApart(
	facts: Pick<SendingFacts, 'otherSideAt'>,
	hours: SafeHours,
	from: Instant,
	until: Instant,
): Instant | null {
	const at = firstSafeMoment(hours, from, until);
	if (at === null || isApart(facts, at)) return at;
	const after = inTheWayOf(facts, at)
		.map((other) => plusMinutes(other, APART_MINUTES))
		.toSorted()
		.at(-1);
	return firstMomentApart(facts, hours, after!, until);
}

function inTheWayOf({ otherSideAt }: Pick<SendingFacts, 'otherSideAt'>, at: Instant): readonly Instant[] {
	return otherSideAt.filter((other) => !isApart({ otherSideAt: [other] }, at));
}
