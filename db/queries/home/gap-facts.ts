import { and, asc, eq, inArray, not, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { activityRatings, cohorts, deliveryLogs, enrolments, planDecisions, sessions } from '../../schema/index.ts';
import { isKeptBack } from '../fidelity/cohort-logs.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

/**
 * Every version of every log of these cohorts, but those kept back from the actor, with the activities that it says were
 * not delivered; the rule says which log counts.
 */
export function listNotDelivered(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	return db
		.select({
			...{ sessionId: deliveryLogs.sessionId, staffId: deliveryLogs.staffId },
			...{ version: deliveryLogs.version, savedAt: deliveryLogs.savedAt },
			keys: sql<string>`(
				select json_group_array(${activityRatings.activityKey}) from ${activityRatings}
				where ${activityRatings.logId} = ${deliveryLogs.id} and ${activityRatings.rating} = 'not-delivered'
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
		.orderBy(asc(deliveryLogs.savedAt), asc(deliveryLogs.id))
		.all()
		.map(({ keys, ...log }) => ({ ...log, keys: JSON.parse(keys) as string[] }));
}

/** At which plan people of these cohorts joined, as often as somebody did. */
export function listJoiners(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	return db
		.select({ cohortId: enrolments.cohortId, planNumber: enrolments.joinsAtPlan })
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(inArray(cohorts.id, [...cohortIds]), visibleCohorts(db, actor, 'read', 'person')))
		.all();
}

/** The sessions of these cohorts of whose plan it is decided what becomes of it. */
export function listDecided(db: Db, actor: Actor, cohortIds: readonly CohortId[]): ReadonlySet<SessionId> {
	const found = db
		.select({ sessionId: planDecisions.sessionId })
		.from(planDecisions)
		.innerJoin(sessions, eq(sessions.id, planDecisions.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(inArray(cohorts.id, [...cohortIds]), visibleCohorts(db, actor, 'read', 'cohort')))
		.all();
	return new Set(found.map(({ sessionId }) => sessionId));
}
