import { and, asc, count, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId, EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { catchUps, cohorts, enrolments, people, registerEntries, registerRows, sessions, staff } from '../schema/index.ts';
import { visibleCohorts } from './visible-cohorts.ts';

export type RegisterRow = ReturnType<typeof listRegisterRows>[number];

/** The expected people of a session in the order of their names, each with the mark that stands and who made it. */
export function listRegisterRows(db: Db, actor: Actor, sessionId: SessionId) {
	return db
		.select({
			enrolmentId: registerRows.enrolmentId,
			givenName: people.givenName,
			familyName: people.familyName,
			mark: registerRows.mark,
			minutes: registerRows.minutes,
			reason: registerRows.reason,
			note: registerRows.note,
			markedAt: registerRows.markedAt,
			markedBy: registerRows.markedBy,
			markedByName: staff.name,
			version: registerRows.version,
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(staff, eq(staff.id, registerRows.markedBy))
		.where(
			and(eq(registerRows.sessionId, sessionId), registerRows.expected, visibleCohorts(db, actor, 'read', 'register')),
		)
		.orderBy(asc(people.familyName), asc(people.givenName), asc(registerRows.enrolmentId))
		.all();
}

export type EarlierMark = { readonly enrolmentId: EnrolmentId; readonly version: number };

/** The marks that stood at these versions of these rows: what somebody's page showed when they opened it. */
export function listMarksAt(db: Db, actor: Actor, sessionId: SessionId, rows: readonly EarlierMark[]) {
	if (rows.length === 0) return [];
	const at = rows.map(({ enrolmentId, version }) =>
		and(eq(registerEntries.enrolmentId, enrolmentId), eq(registerEntries.version, version)),
	);
	return db
		.select({
			enrolmentId: registerEntries.enrolmentId,
			version: registerEntries.version,
			mark: registerEntries.mark,
			minutes: registerEntries.minutes,
			reason: registerEntries.reason,
			note: registerEntries.note,
		})
		.from(registerEntries)
		.innerJoin(sessions, eq(sessions.id, registerEntries.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(registerEntries.sessionId, sessionId), or(...at), visibleCohorts(db, actor, 'read', 'register')))
		.all();
}

/** Every row of the registers of a cohort, in the order of its plans. */
export function listCohortMarks(db: Db, actor: Actor, cohortId: CohortId) {
	return db
		.select({
			enrolmentId: registerRows.enrolmentId,
			planNumber: sessions.planNumber,
			sessionState: sessions.state,
			startsAt: sessions.startsAt,
			expected: registerRows.expected,
			mark: registerRows.mark,
			minutes: registerRows.minutes,
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(sessions.cohortId, cohortId), visibleCohorts(db, actor, 'read', 'register')))
		.orderBy(asc(sessions.planNumber))
		.all();
}

/** The sessions that members of the cohort have made up for. */
export function listCatchUps(db: Db, actor: Actor, cohortId: CohortId) {
	return db
		.select({ enrolmentId: catchUps.enrolmentId, planNumber: catchUps.planNumber, doneOn: catchUps.doneOn })
		.from(catchUps)
		.innerJoin(enrolments, eq(enrolments.id, catchUps.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(eq(enrolments.cohortId, cohortId), visibleCohorts(db, actor, 'read', 'register')))
		.all();
}
