import type { RatedActivity } from '../fidelity/delivery-log.ts';
import { agreementOfLogs, type LogAgreement } from '../fidelity/log-agreement.ts';
import { LOG_MISSING_AFTER_DAYS } from '../gaps/session-gaps.ts';
import type { Activity } from '../programmes/programme.ts';
import type { Session } from '../scheduling/session.ts';
import { type CalendarDay, daysBetween } from '../shared/calendar-day.ts';
import type { SessionId, StaffId } from '../shared/ids.ts';
import { dayOf, type Instant } from '../shared/instant.ts';
import type { Cover } from './cover.ts';
import { isOnTeamAt, sessionTeam, type TeamTerm } from './session-team.ts';

/** How one facilitator stood to a session: on its team, standing in for somebody, or on the team and covered. */
export type PartInSession = 'team' | 'cover' | 'away';

/**
 * How a facilitator stood to a session that was held; null when it was none of theirs. It is the rule of `sessionTeam`,
 * with who was away kept: what was planned for them is what they delivered on the team and what somebody took over (§2.10).
 */
export function partIn(
	session: Pick<Session, 'id' | 'time'>,
	staffId: StaffId,
	terms: readonly TeamTerm[],
	covers: readonly Cover[],
): PartInSession | null {
	const own = sessionTeam(session, terms, covers).find((one) => one.staffId === staffId);
	if (own) return own.duty === 'cover' ? 'cover' : 'team';
	const startsAt = session.time?.startsAt ?? null;
	return terms.some((term) => term.staffId === staffId && isOnTeamAt(term, startsAt)) ? 'away' : null;
}

export const LOG_TIMINGS = ['on-the-day', 'soon', 'later', 'not-written'] as const;
export type LogTiming = (typeof LOG_TIMINGS)[number];

/**
 * How soon after its session somebody first saved their log: on its day, before a missing one would be a gap (`soon`), or
 * later. One that is not there is not written, and no later one either.
 */
export function logTiming(day: CalendarDay, firstSavedAt: Instant | null): LogTiming {
	if (firstSavedAt === null) return 'not-written';
	const days = daysBetween(day, dayOf(firstSavedAt));
	if (days <= 0) return 'on-the-day';
	return days <= LOG_MISSING_AFTER_DAYS ? 'soon' : 'later';
}

/** Two logs of one session as each was written alone: the facilitator’s own, and the first that somebody else saved. */
export type PairOfLogs = {
	readonly sessionId: SessionId;
	readonly activities: readonly Pick<Activity, 'key'>[];
	readonly own: readonly RatedActivity[];
	readonly other: readonly RatedActivity[];
};

/**
 * The agreement over several sessions, activity by activity of each: all the pairs of ratings in one table, and never an
 * average of sessions, because those are of different lengths (§7.2, facts/fidelity §5). `firstHigher` is the
 * facilitator’s own.
 */
export function agreementOver(pairs: readonly PairOfLogs[]): LogAgreement {
	const keyIn = (sessionId: SessionId, key: string) => `${sessionId} ${key}`;
	const named = (sessionId: SessionId, ratings: readonly RatedActivity[]) =>
		ratings.map((one) => ({ ...one, activityKey: keyIn(sessionId, one.activityKey) }));
	return agreementOfLogs(
		pairs.flatMap(({ sessionId, activities }) => activities.map(({ key }) => ({ key: keyIn(sessionId, key) }))),
		pairs.flatMap(({ sessionId, own }) => named(sessionId, own)),
		pairs.flatMap(({ sessionId, other }) => named(sessionId, other)),
	);
}
