import { and, eq, inArray, isNull, not, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ApprovedChange, DecidedPlan } from '#app/domain/gaps/schedule-gaps.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import {
	activityRatings,
	adaptationDecisions,
	adaptations,
	cohorts,
	deliveryLogs,
	enrolments,
	logDeliverers,
	planDecisions,
	registerRows,
	sessions,
} from '../../schema/index.ts';
import { inOrderOfSaving, isKeptBack } from '../fidelity/cohort-logs.ts';
import { wasAPlace } from '../retention/was-a-place.ts';
import { visibleCohorts, visibleSessions } from '../visible-cohorts.ts';

/**
 * Every version of every log of these cohorts, but those kept back from the actor: the activities that it says were not
 * delivered, how many it rates, the minutes of all of them (null while one is without), and how many delivered by it (0: it
 * does not say). The rule says which log counts.
 */
export function listLogged(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	const { rating, minutes, activityKey, logId } = activityRatings;
	const isOfLog = eq(logId, deliveryLogs.id);
	const isOpen = sql`${minutes} is null and ${rating} <> 'not-delivered'`;
	return db
		.select({
			...{ sessionId: deliveryLogs.sessionId, staffId: deliveryLogs.staffId },
			...{ version: deliveryLogs.version, savedAt: deliveryLogs.savedAt },
			keys: sql<string>`(
				select json_group_array(${activityKey}) from ${activityRatings} where ${isOfLog} and ${rating} = 'not-delivered'
			)`,
			rated: sql<number>`(select count(*) from ${activityRatings} where ${isOfLog})`,
			minutes: sql<number | null>`(
				select case when sum(${isOpen}) = 0 then coalesce(sum(${minutes}), 0) end from ${activityRatings} where ${isOfLog}
			)`,
			deliveredBy: sql<number>`(
				select count(*) from ${logDeliverers} where ${logDeliverers.logId} = ${deliveryLogs.id}
			)`,
		})
		.from(deliveryLogs)
		.innerJoin(sessions, eq(sessions.id, deliveryLogs.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				inArray(cohorts.id, [...cohortIds]),
				visibleCohorts(db, actor, 'read', 'delivery-log'),
				not(isKeptBack(db, actor)),
			),
		)
		.orderBy(...inOrderOfSaving())
		.all()
		.map(({ keys, ...log }) => ({ ...log, keys: JSON.parse(keys) as string[] }));
}

/** Whom the registers of these sessions expect and have no mark of, as far as the actor may take them. */
export function listUnmarked(db: Db, actor: Actor, sessionIds: readonly SessionId[]) {
	const { sessionId, enrolmentId, expected, mark } = registerRows;
	return db
		.select({ sessionId, enrolmentId })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				inArray(sessionId, [...sessionIds]),
				...[expected, isNull(mark)],
				visibleSessions(db, actor, 'write', 'register'),
			),
		)
		.all();
}

/** At which plan people of these cohorts joined, as often as somebody did whose place was not entered by mistake. */
export function listJoiners(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	return db
		.select({ enrolmentId: enrolments.id, cohortId: enrolments.cohortId, planNumber: enrolments.joinsAtPlan })
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(inArray(cohorts.id, [...cohortIds]), wasAPlace(), visibleCohorts(db, actor, 'read', 'person')))
		.all();
}

/** What was decided of plans of these cohorts that had no session of their own. */
export function listDecided(db: Db, actor: Actor, cohortIds: readonly CohortId[]): readonly DecidedPlan[] {
	const { sessionId, decision, otherSessionId } = planDecisions;
	return db
		.select({ sessionId, decision, otherId: otherSessionId })
		.from(planDecisions)
		.innerJoin(sessions, eq(sessions.id, planDecisions.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(inArray(cohorts.id, [...cohortIds]), visibleCohorts(db, actor, 'read', 'cohort')))
		.all();
}

/** The changes of sessions of these cohorts that a lead approved beforehand. */
export function listApproved(db: Db, actor: Actor, cohortIds: readonly CohortId[]): readonly ApprovedChange[] {
	return db
		.select({ sessionId: adaptations.sessionId, contentChange: adaptations.contentChange })
		.from(adaptations)
		.innerJoin(adaptationDecisions, eq(adaptationDecisions.adaptationId, adaptations.id))
		.innerJoin(sessions, eq(sessions.id, adaptations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				inArray(cohorts.id, [...cohortIds]),
				eq(adaptationDecisions.decision, 'approved'),
				visibleCohorts(db, actor, 'read', 'adaptation.record'),
			),
		)
		.all();
}
