import { and, asc, eq, gt, max, type SQL } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { type AccessRecord, mayOnCohort } from '#app/domain/access/policy.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import {
	activityRatings,
	catchUps,
	cohorts,
	deliveryLogs,
	enrolments,
	people,
	registerRows,
	sessions,
	sessionTimes,
} from '../schema/index.ts';
import { type CohortRow, findCohort, findMeetingPattern, listTeams } from './cohorts.ts';
import { listSessions } from './sessions.ts';
import { visibleCohorts } from './visible-cohorts.ts';

export type CohortRecord = NonNullable<ReturnType<typeof findCohortRecord>>;

/**
 * Everything that the cohort's page is computed from, in a fixed number of reads whatever its size; null when the actor
 * may not read the cohort. What a role may not read is left out here: its list is empty, its text is null.
 */
export function findCohortRecord(db: Db, actor: Actor, cohortId: CohortId) {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort) return null;
	const team = listTeams(db, [cohortId]);
	const of = (record: AccessRecord) =>
		and(eq(cohorts.id, cohortId), visibleCohorts(db, actor, 'read', record)) as SQL;
	return {
		cohort,
		team,
		may: whatTheyMay(actor, cohort, team),
		...findMeetingPattern(db, cohortId),
		sessions: listSessions(db, actor, [cohortId]),
		earlierTimes: listEarlierTimes(db, of('cohort')),
		members: listMembers(db, of('person'), mayRead(actor, cohort, team, 'exit')),
		rows: listRows(db, of('register')),
		catchUps: listCatchUps(db, of('register')),
		ratings: listCurrentRatings(db, of('delivery-log')),
	};
}

type Team = ReturnType<typeof listTeams>;

function whatTheyMay(actor: Actor, cohort: CohortRow, team: Team) {
	const facts = factsOf(cohort, team);
	return {
		addMembers: mayOnCohort(actor, 'write', 'person', facts),
		recordExits: mayOnCohort(actor, 'write', 'exit', facts),
		takeRegisters: mayOnCohort(actor, 'write', 'register', facts),
	};
}

function mayRead(actor: Actor, cohort: CohortRow, team: Team, record: AccessRecord): boolean {
	return mayOnCohort(actor, 'read', record, factsOf(cohort, team));
}

function factsOf({ areaId, side }: CohortRow, team: Team) {
	return { areaId, side, teamStaffIds: team.map(({ staffId }) => staffId) };
}

/** The times that sessions had before the one that stands, oldest first. */
function listEarlierTimes(db: Db, visible: SQL) {
	return db
		.select({ sessionId: sessions.id, day: sessionTimes.day, startTime: sessionTimes.startTime, timeVersion: sessionTimes.timeVersion, why: sessionTimes.why })
		.from(sessionTimes)
		.innerJoin(sessions, eq(sessions.id, sessionTimes.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(visible, gt(sessions.timeVersion, 1)))
		.orderBy(asc(sessions.planNumber), asc(sessionTimes.timeVersion))
		.all();
}

function listMembers(db: Db, visible: SQL, mayReadNotes: boolean) {
	return db
		.select({
			enrolmentId: enrolments.id,
			personId: people.id,
			givenName: people.givenName,
			familyName: people.familyName,
			reference: people.reference,
			enrolledOn: enrolments.enrolledOn,
			joinsAtPlan: enrolments.joinsAtPlan,
			state: enrolments.state,
			exitOn: enrolments.exitOn,
			exitKind: enrolments.exitKind,
			exitReason: enrolments.exitReason,
			exitNote: enrolments.exitNote,
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(visible)
		.orderBy(asc(people.familyName), asc(people.givenName), asc(enrolments.id))
		.all()
		.map((member) => ({ ...member, exitNote: mayReadNotes ? member.exitNote : null }));
}

function listRows(db: Db, visible: SQL) {
	return db
		.select({
			sessionId: registerRows.sessionId,
			enrolmentId: registerRows.enrolmentId,
			planNumber: sessions.planNumber,
			expected: registerRows.expected,
			mark: registerRows.mark,
			minutes: registerRows.minutes,
			reason: registerRows.reason,
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(visible)
		.orderBy(asc(registerRows.enrolmentId), asc(sessions.planNumber))
		.all();
}

function listCatchUps(db: Db, visible: SQL) {
	return db
		.select({ enrolmentId: catchUps.enrolmentId, planNumber: catchUps.planNumber, doneOn: catchUps.doneOn })
		.from(catchUps)
		.innerJoin(enrolments, eq(enrolments.id, catchUps.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(visible)
		.orderBy(asc(catchUps.enrolmentId), asc(catchUps.planNumber))
		.all();
}

/** The ratings of each facilitator's newest log of each session. */
function listCurrentRatings(db: Db, visible: SQL) {
	const newest = db
		.select({ sessionId: deliveryLogs.sessionId, staffId: deliveryLogs.staffId, version: max(deliveryLogs.version).as('version') })
		.from(deliveryLogs)
		.groupBy(deliveryLogs.sessionId, deliveryLogs.staffId)
		.as('newest');
	return db
		.select({
			logId: deliveryLogs.id,
			sessionId: deliveryLogs.sessionId,
			staffId: deliveryLogs.staffId,
			activityKey: activityRatings.activityKey,
			rating: activityRatings.rating,
			minutes: activityRatings.minutes,
		})
		.from(deliveryLogs)
		.innerJoin(
			newest,
			and(
				eq(newest.sessionId, deliveryLogs.sessionId),
				eq(newest.staffId, deliveryLogs.staffId),
				eq(newest.version, deliveryLogs.version),
			),
		)
		.innerJoin(activityRatings, eq(activityRatings.logId, deliveryLogs.id))
		.innerJoin(sessions, eq(sessions.id, deliveryLogs.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(visible)
		.orderBy(asc(sessions.planNumber), asc(deliveryLogs.staffId))
		.all();
}
