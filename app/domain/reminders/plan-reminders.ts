import type { SessionTime } from '../scheduling/session.ts';
import { plusDays } from '../shared/calendar-day.ts';
import { type Instant, instantOf, plusMinutes } from '../shared/instant.ts';
import {
	APART_MINUTES,
	isApart,
	mayWeSend,
	REFUSED_MESSAGES,
	type SendingFacts,
	type SendingRefusal,
} from './may-we-send.ts';
import { firstSafeMoment, type SafeHours, sendingMoment } from './sending-hours.ts';

/** How far ahead of a session its reminder is planned: a person with one safe day a week still has one in that time. */
export const PLAN_AHEAD_DAYS = 8;

/** A reminder that leaves less than two hours before the start reaches nobody in time (domain rules §8.1). */
const LATEST_MINUTES_BEFORE = 120;

export type ReminderFacts = Omit<SendingFacts, 'message'>;

/** What is wanted of a reminder now: `dueAt` is when it leaves, or when it would have if it were not blocked. */
export type ReminderPlan = {
	readonly state: 'queued' | 'blocked' | 'suppressed' | 'expired';
	readonly reason: SendingRefusal | null;
	readonly dueAt: Instant;
	readonly useBy: Instant;
};

type Planning = {
	readonly timeVersion: number;
	readonly time: SessionTime;
	readonly now: Instant;
	/** Not before this moment, where that is known already. */
	readonly earliest?: Instant;
};

/**
 * The reminders that are still to be made for these people and sessions: one each, queued or blocked; none where the
 * session moved away, did not go ahead or has begun, or where the person is not expected or has already been marked.
 */
export function planReminders<Candidate extends { readonly facts: ReminderFacts }>(
	candidates: readonly Candidate[],
	now: Instant,
): readonly { readonly candidate: Candidate; readonly plan: ReminderPlan }[] {
	return candidates.flatMap((candidate) => {
		const { time, timeVersion } = candidate.facts.session;
		const plan = time && planReminder(candidate.facts, { timeVersion, time, now });
		return plan?.state === 'queued' || plan?.state === 'blocked' ? [{ candidate, plan }] : [];
	});
}

/**
 * What is wanted of the reminder for this version of a session's time. It leaves the day before at the same wall time; if
 * that is not safe, at the nearest earlier safe moment to come; else at the next one at least two hours before the start;
 * else it is blocked (domain rules §8.1). Judged as at the moment when it will leave.
 */
export function planReminder(
	facts: ReminderFacts,
	{ timeVersion, time, now, earliest = announcedFrom(facts, now) }: Planning,
): ReminderPlan {
	const useBy = lastUseOf(time);
	const wanted = sameTimeTheDayBefore(time);
	const toBeSent: SendingFacts = { ...facts, message: { timeVersion, useBy } };
	const judged = (at: Instant): ReminderPlan => {
		const allowed = mayWeSend(toBeSent, at);
		if (allowed.done) return { state: 'queued', reason: null, dueAt: at, useBy };
		return { state: REFUSED_MESSAGES[allowed.code], reason: allowed.code, dueAt: wanted, useBy };
	};
	const atOnce = judged(now);
	if (atOnce.reason !== null && REFUSED_MESSAGES[atOnce.reason] !== 'queued') return atOnce;
	const moment = facts.contact && sendingMoment(facts.contact, { wanted, now: earliest, latest: useBy });
	const apart = moment && facts.contact && firstMomentApart(facts, facts.contact, moment, useBy);
	return apart ? judged(apart) : { state: 'blocked', reason: 'no-safe-hour-left', dueAt: wanted, useBy };
}

/**
 * From when on a message that is planned now may leave. One to the perpetrator side is announced a quarter of an hour
 * before, whoever he is, so that one to the other side can give way to it and never he to her (safety.md §3).
 */
export function announcedFrom({ side }: Pick<SendingFacts, 'side'>, now: Instant): Instant {
	return side === 'perpetrator' ? plusMinutes(now, APART_MINUTES) : now;
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
	const inTheWay = facts.otherSideAt.filter((other) => !isApart({ otherSideAt: [other] }, at));
	const after = inTheWay
		.map((other) => plusMinutes(other, APART_MINUTES))
		.toSorted()
		.at(-1)!;
	return firstMomentApart(facts, hours, after, until);
}

/** The last moment at which a reminder of this session is of use. */
export function lastUseOf({ startsAt }: Pick<SessionTime, 'startsAt'>): Instant {
	return plusMinutes(startsAt, -LATEST_MINUTES_BEFORE);
}

/**
 * The moment at which the wall clock showed the session's start on the calendar day before: 23 or 25 hours before it when
 * the clocks change in between (facts/calendar §2). A wall time that the clocks jumped over the day before: 24 hours.
 */
export function sameTimeTheDayBefore({ day, startTime, startsAt }: SessionTime): Instant {
	return instantOf(plusDays(day, -1), startTime) ?? plusMinutes(startsAt, -24 * 60);
}
