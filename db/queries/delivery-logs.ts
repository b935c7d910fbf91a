import { and, asc, eq, min, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import type { RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { activityRatings, cohorts, deliveryLogs, logDeliverers, sessions, staff } from '../schema/index.ts';
import { delivers } from './access/session-teams.ts';
import { inOrderOfSaving, isKeptBack } from './fidelity/cohort-logs.ts';
import { visibleSessions } from './visible-cohorts.ts';

/** Somebody who delivered the session, as a log says. */
export type Deliverer = { readonly staffId: StaffId; readonly name: string };
export type SavedLog = ReturnType<typeof listSessionLogs>[number];

/**
 * Every version of every log of a session, oldest first. A facilitator of the session who has not saved a log yet is given
 * the others' without their content (`isBlind`): theirs is to be written first (§7.2).
 */
export function listSessionLogs(db: Db, actor: Actor, sessionId: SessionId) {
	const logs = selectLogs(db, actor, sessionId);
	const isBlind = owesLog(db, actor, sessionId);
	return logs.map(({ ratings, note, order, deliveredBy, ...log }) => ({
		...log,
		isBlind,
		note: isBlind ? null : note,
		order: isBlind ? null : order,
		deliveredBy: isBlind ? [] : (JSON.parse(deliveredBy) as Deliverer[]),
		ratings: isBlind ? [] : (JSON.parse(ratings) as RatedActivity[]),
	}));
}

/** Who has saved a log of the session, each once, the first to save before the others. */
export function listLogAuthors(db: Db, actor: Actor, sessionId: SessionId): StaffId[] {
	return db
		.select({ staffId: deliveryLogs.staffId })
		.from(deliveryLogs)
		.innerJoin(sessions, eq(sessions.id, deliveryLogs.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(deliveryLogs.sessionId, sessionId), visibleSessions(db, actor, 'read', 'delivery-log')))
		.groupBy(deliveryLogs.staffId)
		.orderBy(asc(min(deliveryLogs.savedAt)), sql`min(${deliveryLogs}.rowid)`)
		.all()
		.map(({ staffId }) => staffId);
}

/** How many facilitators have saved a log of the session. */
export function countSessionLogs(db: Db, actor: Actor, sessionId: SessionId): number {
	return listLogAuthors(db, actor, sessionId).length;
}

function selectLogs(db: Db, actor: Actor, sessionId: SessionId) {
	const deliverer = alias(staff, 'deliverer');
	return db
		.select({
			id: deliveryLogs.id,
			staffId: deliveryLogs.staffId,
			staffName: staff.name,
			version: deliveryLogs.version,
			note: deliveryLogs.note,
			order: deliveryLogs.deliveredOrder,
			savedAt: deliveryLogs.savedAt,
			deliveredBy: sql<string>`(
				select json_group_array(json_object('staffId', ${deliverer.id}, 'name', ${deliverer.name}) order by ${deliverer.name})
				from ${logDeliverers} inner join ${staff} ${sql.identifier('deliverer')} on ${deliverer.id} = ${logDeliverers.staffId}
				where ${logDeliverers.logId} = ${deliveryLogs.id}
			)`,
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
		.where(and(eq(deliveryLogs.sessionId, sessionId), visibleSessions(db, actor, 'read', 'delivery-log')))
		.orderBy(...inOrderOfSaving())
		.all();
}

/** Whether this member of staff delivers the session, by the team as it is at it: what a colleague wrote waits for their own. */
export function isDeliveredBy(db: Db, who: StaffActor, sessionId: SessionId): boolean {
	const found = db
		.select({ id: sessions.id })
		.from(sessions)
		.where(and(eq(sessions.id, sessionId), delivers(db, who)));
	return found.get() !== undefined;
}

/** Whether the actor delivers the session and has not saved their log of it: what others wrote of it waits for that (§7.2). */
export function owesLog(db: Db, actor: Actor, sessionId: SessionId): boolean {
	const found = db
		.select({ id: sessions.id })
		.from(sessions)
		.where(and(eq(sessions.id, sessionId), isKeptBack(db, actor)));
	return found.get() !== undefined;
}
