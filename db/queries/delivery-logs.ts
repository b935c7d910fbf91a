import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { activityRatings, cohorts, deliveryLogs, sessions, staff, teamMembers } from '../schema/index.ts';
import { visibleCohorts } from './visible-cohorts.ts';

export type SavedLog = ReturnType<typeof listSessionLogs>[number];

/**
 * Every version of every log of a session, oldest first. A facilitator of the cohort who has not saved a log yet is given
 * the others' without their content (`isBlind`): theirs is to be written first (§7.2).
 */
export function listSessionLogs(db: Db, actor: Actor, sessionId: SessionId) {
	const logs = selectLogs(db, actor, sessionId);
	const isWriter = actor.kind === 'staff' && isOnTeamOf(db, actor.staffId, sessionId);
	const hasOwn = actor.kind === 'staff' && logs.some(({ staffId }) => staffId === actor.staffId);
	const isBlind = isWriter && !hasOwn;
	return logs.map(({ ratings, note, ...log }) => ({
		...log,
		isBlind,
		note: isBlind ? null : note,
		ratings: isBlind ? [] : (JSON.parse(ratings) as RatedActivity[]),
	}));
}

/** How many facilitators have saved a log of the session. */
export function countSessionLogs(db: Db, actor: Actor, sessionId: SessionId): number {
	return (
		db
			.select({ logs: count(sql`distinct ${deliveryLogs.staffId}`) })
			.from(deliveryLogs)
			.innerJoin(sessions, eq(sessions.id, deliveryLogs.sessionId))
			.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
			.where(and(eq(deliveryLogs.sessionId, sessionId), visibleCohorts(db, actor, 'read', 'delivery-log')))
			.get()?.logs ?? 0
	);
}

function selectLogs(db: Db, actor: Actor, sessionId: SessionId) {
	return db
		.select({
			id: deliveryLogs.id,
			staffId: deliveryLogs.staffId,
			staffName: staff.name,
			version: deliveryLogs.version,
			note: deliveryLogs.note,
			savedAt: deliveryLogs.savedAt,
			ratings: sql<string>`(
				select json_group_array(json_object(
					'activityKey', ${activityRatings.activityKey}, 'rating', ${activityRatings.rating},
					'minutes', ${activityRatings.minutes}, 'reason', ${activityRatings.reason}
				)) from ${activityRatings} where ${activityRatings.logId} = ${deliveryLogs.id}
			)`,
		})
		.from(deliveryLogs)
		.innerJoin(staff, eq(staff.id, deliveryLogs.staffId))
		.innerJoin(sessions, eq(sessions.id, deliveryLogs.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(deliveryLogs.sessionId, sessionId), visibleCohorts(db, actor, 'read', 'delivery-log')))
		.orderBy(asc(deliveryLogs.savedAt), asc(deliveryLogs.version))
		.all();
}

function isOnTeamOf(db: Db, staffId: (typeof teamMembers.$inferSelect)['staffId'], sessionId: SessionId): boolean {
	const found = db
		.select({ one: sql`1` })
		.from(teamMembers)
		.innerJoin(sessions, eq(sessions.cohortId, teamMembers.cohortId))
		.where(and(eq(sessions.id, sessionId), eq(teamMembers.staffId, staffId), isNull(teamMembers.endedAt)))
		.get();
	return found !== undefined;
}
