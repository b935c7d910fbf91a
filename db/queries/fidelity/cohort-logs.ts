import { and, asc, eq, exists, inArray, isNull, not, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortLog } from '#app/domain/cohorts/summarise-delivery.ts';
import type { RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import type { ProgrammeKey } from '#app/domain/programmes/programme.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { activityRatings, cohorts, deliveryLogs, sessions } from '../../schema/index.ts';
import { delivers } from '../access/session-teams.ts';
import { visibleCohorts, visibleSessions } from '../visible-cohorts.ts';

/** Every version of every log of the cohort’s sessions, catch-ups too, but those that are kept back from the actor. */
export function listCohortLogs(db: Db, actor: Actor, cohortId: CohortId): CohortLog[] {
	return selectLogs(db, actor, eq(cohorts.id, cohortId)).map(({ cohortId: _, ...log }) => log);
}

/** The same of all cohorts of a programme version, in one read. */
export function listProgrammeLogs(db: Db, actor: Actor, key: ProgrammeKey) {
	return selectLogs(db, actor, isOfProgramme(key));
}

/** The same of these sessions, in one read: of those that the actor delivers too. */
export function listLogsOfSessions(db: Db, actor: Actor, sessionIds: readonly SessionId[]) {
	const readable = visibleSessions(db, actor, 'read', 'delivery-log');
	return selectLogs(db, actor, inArray(sessions.id, [...sessionIds]), readable);
}

/** Those of these sessions with a log that the actor may read once they have saved their own. */
export function listKeptBackOf(db: Db, actor: Actor, sessionIds: readonly SessionId[]): SessionId[] {
	const readable = visibleSessions(db, actor, 'read', 'delivery-log');
	return selectKeptBack(db, actor, inArray(sessions.id, [...sessionIds]), readable);
}

/** The condition that a cohort counts with this programme, as `countsWith` says it of one. */
export function isOfProgramme({ slug, version, variant }: ProgrammeKey): SQL {
	const { programmeSlug, programmeVersion, programmeVariant } = cohorts;
	const isVariant = variant === null ? sql`1` : eq(programmeVariant, variant);
	return and(eq(programmeSlug, slug), eq(programmeVersion, version), isVariant) ?? isVariant;
}

/** The same of one that counts in a file of this programme, as `countsAlone` says it. */
export function isOfProgrammeAlone(key: ProgrammeKey): SQL {
	const { programmeVariant } = cohorts;
	const isVariant = key.variant === null ? isNull(programmeVariant) : eq(programmeVariant, key.variant);
	return and(isOfProgramme(key), isVariant) ?? isVariant;
}

/** Logs in the order in which they were saved: of two at one instant the one that was written first. */
export function inOrderOfSaving(): SQL[] {
	return [asc(deliveryLogs.savedAt), sql`${deliveryLogs}.rowid`];
}

function selectLogs(db: Db, actor: Actor, of: SQL, readable: SQL = visibleCohorts(db, actor, 'read', 'delivery-log')) {
	return db
		.select({
			id: deliveryLogs.id,
			cohortId: cohorts.id,
			sessionId: deliveryLogs.sessionId,
			staffId: deliveryLogs.staffId,
			version: deliveryLogs.version,
			savedAt: deliveryLogs.savedAt,
			ratings: sql<string>`(
				select json_group_array(json_object(
					'activityKey', ${activityRatings.activityKey}, 'rating', ${activityRatings.rating},
					'minutes', ${activityRatings.minutes}, 'reason', ${activityRatings.reason}
				)) from ${activityRatings} where ${activityRatings.logId} = ${deliveryLogs.id}
			)`,
		})
		.from(deliveryLogs)
		.innerJoin(sessions, eq(sessions.id, deliveryLogs.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(of, readable, not(isKeptBack(db, actor))))
		.orderBy(asc(sessions.planNumber), ...inOrderOfSaving())
		.all()
		.map(({ ratings, ...log }) => ({ ...log, ratings: JSON.parse(ratings) as RatedActivity[] }));
}

/** The sessions of the cohort with a log that the actor may read once they have saved their own. */
export function listKeptBack(db: Db, actor: Actor, cohortId: CohortId): SessionId[] {
	return selectKeptBack(db, actor, eq(cohorts.id, cohortId));
}

/** The same of all cohorts of a programme version, in one read. */
export function listProgrammeKeptBack(db: Db, actor: Actor, key: ProgrammeKey): SessionId[] {
	return selectKeptBack(db, actor, isOfProgramme(key));
}

function selectKeptBack(
	db: Db,
	actor: Actor,
	of: SQL,
	readable: SQL = visibleCohorts(db, actor, 'read', 'delivery-log'),
): SessionId[] {
	return db
		.selectDistinct({ sessionId: deliveryLogs.sessionId, planNumber: sessions.planNumber })
		.from(deliveryLogs)
		.innerJoin(sessions, eq(sessions.id, deliveryLogs.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(of, readable, isKeptBack(db, actor)))
		.orderBy(asc(sessions.planNumber), asc(deliveryLogs.sessionId))
		.all()
		.map(({ sessionId }) => sessionId);
}

/**
 * The actor delivers the session and has not logged it: theirs is to be written first, so the others’ are in nothing that
 * they see (§7.2). Every query that reads what logs say asks it.
 */
export function isKeptBack(db: Db, actor: Actor): SQL {
	if (actor.kind === 'operator') return sql`0`;
	const own = alias(deliveryLogs, 'own_log');
	const hasOwn = exists(
		db
			.select({ one: sql`1` })
			.from(own)
			.where(and(eq(own.sessionId, sessions.id), eq(own.staffId, actor.staffId))),
	);
	return and(delivers(db, actor), not(hasOwn)) ?? sql`0`;
}
