import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { LADDER_KINDS } from '#app/domain/attendance/absence-ladder.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import type { TaskKind } from '#app/domain/tasks/task-kinds.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, registerRows, sessions, tasks } from '../../schema/index.ts';
import { isOfTerm } from '../sessions.ts';

/** Whose ladder is looked at: everybody’s on the register of a session, or these places’. */
export type LadderOf = { readonly sessionId: SessionId } | { readonly enrolmentIds: readonly EnrolmentId[] };

/** Every row of the registers of these people at sessions of the term, with their place and its cohort: for the rule on absences, never for a page. */
export function listLadderFacts(db: Db, of: LadderOf) {
	return db
		.select({
			...{ enrolmentId: enrolments.id, personId: enrolments.personId, enrolmentState: enrolments.state },
			cohort: {
				...{ id: cohorts.id, side: cohorts.side, slug: cohorts.programmeSlug, version: cohorts.programmeVersion },
				variant: cohorts.programmeVariant,
			},
			fact: {
				...{ sessionId: sessions.id, planNumber: sessions.planNumber, sessionState: sessions.state },
				...{ startsAt: sessions.startsAt, expected: registerRows.expected, mark: registerRows.mark },
				minutes: registerRows.minutes,
			},
		})
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(registerRows, eq(registerRows.enrolmentId, enrolments.id))
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.where(and(isOf(db, of), isOfTerm()))
		.all();
}

/** What the ladder has opened about these people, whatever became of it. */
export function listLadderTasks(db: Db, enrolmentIds: readonly EnrolmentId[]) {
	return listTasksOf(db, enrolmentIds, LADDER_KINDS);
}

/** The tasks of these kinds about these places, whatever became of them: for the rules that close them, never for a page. */
export function listTasksOf(db: Db, enrolmentIds: readonly EnrolmentId[], kinds: readonly TaskKind[]) {
	return db
		.select()
		.from(tasks)
		.where(and(inArray(tasks.enrolmentId, [...enrolmentIds]), inArray(tasks.kind, [...kinds])))
		.all();
}

function isOf(db: Db, of: LadderOf): SQL {
	if ('enrolmentIds' in of) return inArray(enrolments.id, [...of.enrolmentIds]);
	const there = db
		.select({ id: registerRows.enrolmentId })
		.from(registerRows)
		.where(eq(registerRows.sessionId, of.sessionId));
	return inArray(enrolments.id, there);
}
