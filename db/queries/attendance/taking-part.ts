import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import type { EngagementLevel } from '#app/domain/programmes/asks.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, people, registerRows, sessions, staff, takingPartEntries } from '../../schema/index.ts';
import { inOrderOfNames, shownPerson, wordsShown } from '../access/visible-people.ts';
import { wasAPlace } from '../retention/was-a-place.ts';
import { isOfTerm } from '../sessions.ts';
import { visibleCohorts, visibleSessions } from '../visible-cohorts.ts';

/** Joins the version that stands: none is newer. */
const newer = alias(takingPartEntries, 'newer');
const isNewest = and(
	eq(takingPartEntries.sessionId, registerRows.sessionId),
	eq(takingPartEntries.enrolmentId, registerRows.enrolmentId),
	sql`${takingPartEntries.version} = (
		select max(${newer.version}) from ${takingPartEntries} as ${newer}
		where ${newer.sessionId} = ${registerRows.sessionId} and ${newer.enrolmentId} = ${registerRows.enrolmentId}
	)`,
);

const answers = {
	engagement: sql<EngagementLevel | null>`${takingPartEntries.engagement}`,
	homework: takingPartEntries.homework,
};

export type TakingPartRow = ReturnType<typeof listTakingPart>[number];

/**
 * The expected people of a session with their mark and the answers that stand, in the order of names;
 * version 0 where nobody has answered.
 */
export function listTakingPart(db: Db, actor: Actor, sessionId: SessionId) {
	return db
		.select({
			...{ enrolmentId: registerRows.enrolmentId, mark: registerRows.mark },
			...answers,
			...{ savedAt: takingPartEntries.savedAt, savedBy: takingPartEntries.savedBy, savedByName: staff.name },
			version: sql<number>`coalesce(${takingPartEntries.version}, 0)`,
			...shownPerson(db, actor),
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(takingPartEntries, isNewest)
		.leftJoin(staff, eq(staff.id, takingPartEntries.savedBy))
		.where(
			and(
				eq(registerRows.sessionId, sessionId),
				registerRows.expected,
				visibleSessions(db, actor, 'read', 'taking-part'),
			),
		)
		.orderBy(...inOrderOfNames(db, actor), asc(registerRows.enrolmentId))
		.all();
}

/**
 * Every version of every answer of a session, the newest first, with who saved it and why it was corrected; what others
 * wrote of a person whose name a restriction keeps is left out.
 */
export function listTakingPartHistory(db: Db, actor: Actor, sessionId: SessionId) {
	return db
		.select({
			...{ enrolmentId: takingPartEntries.enrolmentId, version: takingPartEntries.version },
			...answers,
			correctionReason: wordsShown(db, actor, {
				...{ words: takingPartEntries.correctionReason, by: takingPartEntries.savedBy },
			}),
			...{ at: takingPartEntries.savedAt, by: staff.name },
		})
		.from(takingPartEntries)
		.innerJoin(sessions, eq(sessions.id, takingPartEntries.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, takingPartEntries.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(staff, eq(staff.id, takingPartEntries.savedBy))
		.where(and(eq(takingPartEntries.sessionId, sessionId), visibleSessions(db, actor, 'read', 'taking-part')))
		.orderBy(asc(takingPartEntries.enrolmentId), desc(takingPartEntries.version))
		.all();
}

/**
 * Mark and answers of every expected person whose place was not entered by mistake at every session of the cohort’s term that was held, for counts by
 * `countTakingPartAnswers`; catch-ups are apart, as they are for attendance.
 */
export function listCohortTakingPart(db: Db, actor: Actor, cohortId: CohortId) {
	return selectFacts(db)
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.where(
			and(
				eq(sessions.cohortId, cohortId),
				wasAPlace(),
				eq(sessions.state, 'held'),
				isOfTerm(),
				registerRows.expected,
				visibleCohorts(db, actor, 'read', 'taking-part'),
			),
		)
		.orderBy(asc(sessions.planNumber), asc(registerRows.enrolmentId))
		.all();
}

/** The same of one session, catch-ups too. */
export function listSessionTakingPart(db: Db, actor: Actor, sessionId: SessionId) {
	return selectFacts(db)
		.where(and(eq(sessions.id, sessionId), registerRows.expected, visibleSessions(db, actor, 'read', 'taking-part')))
		.all();
}

function selectFacts(db: Db) {
	return db
		.select({
			...{ sessionId: sessions.id, planNumber: sessions.planNumber, enrolmentId: registerRows.enrolmentId },
			...{ mark: registerRows.mark, ...answers },
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(takingPartEntries, isNewest)
		.$dynamic();
}
