import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { LADDER_KINDS } from '#app/domain/attendance/absence-ladder.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import type { TaskKind } from '#app/domain/tasks/task-kinds.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { cohorts, enrolments, registerRows, sessions, tasks } from '../../schema/index.ts';
import { isOfTerm } from '../sessions.ts';

/** Whose ladder is looked at: everybody’s on the register of a session, or these places’. */
export type LadderOf = { readonly sessionId: SessionId } | { readonly enrolmentIds: readonly EnrolmentId[] };

/**
 * Every row of the registers of these people at sessions of the term, with their place and its cohort: for the rule
 * on absences, never for a page.
 */
export function listLadderFacts(db: Db, of: LadderOf) {
	if ('sessionId' in of) {
		return prepareOnce(db, 'ladder of a session', () => selectFacts(db, isOnRegister(db))).all(of);
	}
	const query = prepareOnce(db, 'ladder of places', () => selectFacts(db, isAmong(enrolments.id)));
	return query.all({ ids: JSON.stringify(of.enrolmentIds) });
}

function selectFacts(db: Db, who: SQL) {
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
		.where(and(who, isOfTerm()))
		.prepare();
}

/** What the ladder has opened about these people, whatever became of it. */
export function listLadderTasks(db: Db, enrolmentIds: readonly EnrolmentId[]) {
	return listTasksOf(db, enrolmentIds, LADDER_KINDS);
}

/** The tasks of these kinds about these places, whatever became of them: for the rules that close them, never for a page. */
export function listTasksOf(db: Db, enrolmentIds: readonly EnrolmentId[], kinds: readonly TaskKind[]) {
	const query = prepareOnce(db, `tasks of places ${kinds.join(' ')}`, () =>
		db
			.select()
			.from(tasks)
			.where(and(isAmong(tasks.enrolmentId), inArray(tasks.kind, [...kinds])))
			.prepare(),
	);
	return query.all({ ids: JSON.stringify(enrolmentIds) });
}

/** One of the ids that the query is run with, as one JSON text: so one statement serves any number. */
function isAmong(column: typeof enrolments.id | typeof tasks.enrolmentId): SQL {
	return sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`;
}

function isOnRegister(db: Db): SQL {
	const there = db
		.select({ id: registerRows.enrolmentId })
		.from(registerRows)
		.where(eq(registerRows.sessionId, sql.placeholder('sessionId')));
	return inArray(enrolments.id, there);
}
