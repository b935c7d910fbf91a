import { and, asc, eq, exists, not, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortLog } from '#app/domain/cohorts/summarise-delivery.ts';
import type { RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import {
	activityRatings,
	cohorts,
	deliveryLogs,
	enrolments,
	people,
	registerRows,
	sessions,
} from '../../schema/index.ts';
import { delivers } from '../access/session-teams.ts';
import { inOrderOfNames, shownPerson } from '../access/visible-people.ts';
import { listDoneCatchUps } from '../catch-ups/catch-ups.ts';
import { type CohortRow, findCohort } from '../cohorts.ts';
import { listKeptTimes } from '../session-day.ts';
import { listSessions } from '../sessions.ts';
import { mayOn, visibleCohorts } from '../visible-cohorts.ts';

export type CohortFidelityRecord = NonNullable<ReturnType<typeof findCohortFidelity>>;
export type PersonAtSessionRow = ReturnType<typeof listPeopleAtSessions>[number];

/**
 * What the fidelity of a cohort is computed from, in a fixed number of reads; null unless the actor may read the cohort and
 * its delivery logs. The log of a session that the actor delivers and has not logged is not in it (§7.2): it is named in
 * `keptBack`.
 */
export function findCohortFidelity(db: Db, actor: Actor, cohortId: CohortId) {
	const cohort: CohortRow | null = findCohort(db, actor, cohortId);
	if (!cohort || !mayOn(db, actor, 'read', 'delivery-log', cohortId)) return null;
	return {
		cohort,
		may: {
			readRegisters: mayOn(db, actor, 'read', 'register', cohortId),
			bookCatchUps: mayOn(db, actor, 'write', 'catch-up', cohortId),
		},
		sessions: listSessions(db, actor, [cohortId]),
		keptTimes: listKeptTimes(db, actor, cohortId),
		members: listMembers(db, actor, cohortId),
		rows: listPeopleAtSessions(db, actor, cohortId),
		catchUps: listDoneCatchUps(db, actor, { cohortId }),
		logs: listCohortLogs(db, actor, cohortId),
		keptBack: listKeptBack(db, actor, cohortId),
	};
}

/** Everybody with a place in the cohort, by name. */
function listMembers(db: Db, actor: Actor, cohortId: CohortId) {
	return db
		.select({ enrolmentId: enrolments.id, ...shownPerson(db, actor), state: enrolments.state })
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(eq(cohorts.id, cohortId), visibleCohorts(db, actor, 'read', 'person')))
		.orderBy(...inOrderOfNames(db, actor), asc(enrolments.id))
		.all();
}

/** Every row of the cohort’s people with the session that it belongs to, catch-ups and individual sessions too. */
function listPeopleAtSessions(db: Db, actor: Actor, cohortId: CohortId) {
	return db
		.select({
			enrolmentId: registerRows.enrolmentId,
			sessionId: sessions.id,
			planNumber: sessions.planNumber,
			isCatchUp: sql<boolean>`${sessions.kind} = 'catch-up'`.mapWith(Boolean),
			sessionState: sessions.state,
			startsAt: sessions.startsAt,
			expected: registerRows.expected,
			mark: registerRows.mark,
			minutes: registerRows.minutes,
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(eq(cohorts.id, cohortId), visibleCohorts(db, actor, 'read', 'register.marks')))
		.orderBy(asc(sessions.planNumber), asc(sessions.startsAt), asc(sessions.id))
		.all();
}

/** Every version of every log of the cohort’s sessions, catch-ups too, but those that are kept back from the actor. */
function listCohortLogs(db: Db, actor: Actor, cohortId: CohortId): CohortLog[] {
	return db
		.select({
			id: deliveryLogs.id,
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
		.where(and(readable(db, actor, cohortId), not(isKeptBack(db, actor))))
		.orderBy(asc(sessions.planNumber), asc(deliveryLogs.savedAt), asc(deliveryLogs.id))
		.all()
		.map(({ ratings, ...log }) => ({ ...log, ratings: JSON.parse(ratings) as RatedActivity[] }));
}

/** The sessions with a log that the actor may read once they have saved their own. */
function listKeptBack(db: Db, actor: Actor, cohortId: CohortId): SessionId[] {
	return db
		.selectDistinct({ sessionId: deliveryLogs.sessionId, planNumber: sessions.planNumber })
		.from(deliveryLogs)
		.innerJoin(sessions, eq(sessions.id, deliveryLogs.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(readable(db, actor, cohortId), isKeptBack(db, actor)))
		.orderBy(asc(sessions.planNumber))
		.all()
		.map(({ sessionId }) => sessionId);
}

function readable(db: Db, actor: Actor, cohortId: CohortId): SQL | undefined {
	return and(eq(cohorts.id, cohortId), visibleCohorts(db, actor, 'read', 'delivery-log'));
}

/** The actor delivers the session and has not logged it: theirs is to be written first, so the others’ are not shown. */
function isKeptBack(db: Db, actor: Actor): SQL {
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
