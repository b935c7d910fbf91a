import { and, asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, people, registerRows, sessions } from '../../schema/index.ts';
import { inOrderOfNames, shownPerson } from '../access/visible-people.ts';
import { listCohortTakingPart } from '../attendance/taking-part.ts';
import { listDoneCatchUps } from '../catch-ups/catch-ups.ts';
import { type CohortRow, findCohort } from '../cohorts.ts';
import { wasAPlace } from '../retention/was-a-place.ts';
import { listKeptTimes } from '../session-day.ts';
import { listSessions } from '../sessions.ts';
import { mayOn, visibleCohorts } from '../visible-cohorts.ts';
import { listCohortLogs, listKeptBack } from './cohort-logs.ts';

export type CohortFidelityRecord = NonNullable<ReturnType<typeof findCohortFidelity>>;

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
			bookLateCatchUps: mayOn(db, actor, 'write', 'late-catch-up', cohortId),
		},
		sessions: listSessions(db, actor, [cohortId]),
		keptTimes: listKeptTimes(db, actor, cohortId),
		members: listMembers(db, actor, cohortId),
		rows: listPeopleAtSessions(db, actor, cohortId),
		catchUps: listDoneCatchUps(db, actor, { cohortId }),
		takingPart: mayOn(db, actor, 'read', 'taking-part', cohortId) ? listCohortTakingPart(db, actor, cohortId) : null,
		logs: listCohortLogs(db, actor, cohortId),
		keptBack: listKeptBack(db, actor, cohortId),
	};
}

/** Everybody with a place in the cohort that was not entered by mistake, by name. */
function listMembers(db: Db, actor: Actor, cohortId: CohortId) {
	return db
		.select({ enrolmentId: enrolments.id, ...shownPerson(db, actor), state: enrolments.state })
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(eq(cohorts.id, cohortId), wasAPlace(), visibleCohorts(db, actor, 'read', 'person')))
		.orderBy(...inOrderOfNames(db, actor), asc(enrolments.id))
		.all();
}

/** Every row of those people with the session that it belongs to, catch-ups and individual sessions too. */
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
		.where(and(eq(cohorts.id, cohortId), wasAPlace(), visibleCohorts(db, actor, 'read', 'register.marks')))
		.orderBy(asc(sessions.planNumber), asc(sessions.startsAt), asc(sessions.id))
		.all();
}
