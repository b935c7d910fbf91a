import { and, asc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { standingSessions } from '#app/domain/scheduling/changes/term.ts';
import type { CohortId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, people, restrictedPeople, sessions } from '../../schema/index.ts';
import { visiblePeople } from '../access/visible-people.ts';
import { isOfTerm, type SessionRow, toSession } from '../sessions.ts';
import { visibleSessions } from '../visible-cohorts.ts';

/**
 * The sessions of the cohort whose registers the actor may take, in plan order, one for each plan: all of a coordinator’s or
 * of the team’s, one’s own for who stands in. Without catch-ups, and without individual sessions booked for somebody.
 */
export function listTermRegisters(db: Db, actor: Actor, cohortId: CohortId): readonly SessionRow[] {
	const found = db
		.select(getTableColumns(sessions))
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				eq(sessions.cohortId, cohortId),
				isNull(sessions.enrolmentId),
				isOfTerm(),
				visibleSessions(db, actor, 'write', 'register'),
			),
		)
		.orderBy(asc(sessions.planNumber), asc(sessions.startsAt))
		.all();
	return standingSessions(found.map(toSession));
}

/** Which of these people have a restriction, whoever may read their name: paper shows their reference alone. */
export function listRestrictedOf(db: Db, actor: Actor, personIds: readonly PersonId[]): ReadonlySet<PersonId> {
	const found = db
		.select({ id: people.id })
		.from(people)
		.innerJoin(restrictedPeople, eq(restrictedPeople.personId, people.id))
		.where(and(inArray(people.id, [...personIds]), visiblePeople(db, actor, 'read', 'person.reference')))
		.all();
	return new Set(found.map(({ id }) => id));
}
