import { and, asc, eq, not, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { type AccessTarget, mayOnCohort } from '#app/domain/access/policy.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, enrolments, people } from '../schema/index.ts';
import { inOrderOfNames, mayBeNamed, shownPerson } from './access/visible-people.ts';
import { listBookedCatchUps, listDoneCatchUps } from './catch-ups/catch-ups.ts';
import { type CohortRow, findCohort, findMeetingPattern, listTeams } from './cohorts.ts';
import { listCohortLogs, listKeptBack } from './fidelity/cohort-logs.ts';
import { listCohortMarks } from './registers.ts';
import { wasAPlace } from './retention/was-a-place.ts';
import { listPlanDecisions } from './schedule-changes.ts';
import { listKeptTimes } from './session-day.ts';
import { listSessions } from './sessions.ts';
import { listAttempts } from './tasks/after-exits.ts';
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
	return {
		cohort,
		team,
		may: whatTheyMay(actor, cohort, team),
		...findMeetingPattern(db, cohortId),
		sessions: listSessions(db, actor, [cohortId]),
		keptTimes: listKeptTimes(db, actor, cohortId),
		members: listMembers(db, actor, cohortId, {
			reasons: mayRead(actor, cohort, team, 'exit.reason'),
			notes: mayRead(actor, cohort, team, 'exit.note'),
		}),
		marks: listCohortMarks(db, actor, cohortId),
		catchUps: listDoneCatchUps(db, actor, { cohortId }),
		booked: listBookedCatchUps(db, actor, { cohortId }),
		attempts: listAttempts(db, actor, cohortId),
		planDecisions: listPlanDecisions(db, actor, cohortId),
		logs: listCohortLogs(db, actor, cohortId),
		/** Whose log waits for the actor’s own (§7.2). */
		keptBack: listKeptBack(db, actor, cohortId),
	};
}

type Team = ReturnType<typeof listTeams>;

function whatTheyMay(actor: Actor, cohort: CohortRow, team: Team) {
	const facts = factsOf(cohort, team);
	return {
		changeSchedule: mayOnCohort(actor, 'write', 'session', facts),
		addMembers: mayOnCohort(actor, 'write', 'person', facts),
		recordExits: mayOnCohort(actor, 'write', 'exit', facts),
		bookCatchUps: mayOnCohort(actor, 'write', 'catch-up', facts),
		bringInSheets: mayOnCohort(actor, 'write', 'import.register', facts),
		readMarks: mayOnCohort(actor, 'read', 'register.marks', facts),
		readRegisters: mayOnCohort(actor, 'read', 'register', facts),
		readNotes: mayOnCohort(actor, 'read', 'register.notes', facts),
		readLogs: mayOnCohort(actor, 'read', 'delivery-log', facts),
		readExits: mayOnCohort(actor, 'read', 'exit.date', facts),
	};
}

function mayRead(actor: Actor, cohort: CohortRow, team: Team, what: AccessTarget): boolean {
	return mayOnCohort(actor, 'read', what, factsOf(cohort, team));
}

function factsOf({ areaId, side }: CohortRow, team: Team) {
	return { areaId, side, teamStaffIds: team.flatMap(({ staffId, endedAt }) => (endedAt === null ? [staffId] : [])) };
}

type ReadsOfExits = { readonly reasons: boolean; readonly notes: boolean };

/** Everybody with a place in the cohort, those whose place has ended too, by name; of exits what the actor reads. */
export function listMembers(db: Db, actor: Actor, cohortId: CohortId, reads: ReadsOfExits) {
	return db
		.select({
			enrolmentId: enrolments.id,
			...shownPerson(db, actor),
			enrolledOn: enrolments.enrolledOn,
			joinsAtPlan: enrolments.joinsAtPlan,
			state: enrolments.state,
			version: enrolments.version,
			exitOn: enrolments.exitOn,
			exitKind: enrolments.exitKind,
			/** It only was a mistake: in no figure, for whoever reads reasons and for whoever does not. */
			isInError: not(wasAPlace()).mapWith(Boolean),
			exitReason: enrolments.exitReason,
			// Words on somebody whose name a restriction keeps may hold it.
			exitNote: sql<string | null>`case when ${mayBeNamed(db, actor)} then ${enrolments.exitNote} end`,
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(eq(cohorts.id, cohortId), visibleCohorts(db, actor, 'read', 'person')))
		.orderBy(...inOrderOfNames(db, actor), asc(enrolments.id))
		.all()
		.map((member) => ({
			...member,
			exitReason: reads.reasons ? member.exitReason : null,
			exitNote: reads.notes ? member.exitNote : null,
		}));
}
