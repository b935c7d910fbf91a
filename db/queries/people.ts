import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access, AccessTarget } from '#app/domain/access/policy.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, enrolments, people, registerRows, sessions } from '../schema/index.ts';
import { inOrderOfNames, shownPerson, visibleByPerson, visiblePeople } from './access/visible-people.ts';
import { isOfTerm } from './sessions.ts';
import { anyOf, visibleCohorts } from './visible-cohorts.ts';

const columns = (db: Db, actor: Actor) => ({
	...shownPerson(db, actor),
	side: people.side,
	version: people.version,
});

export type PersonRow = NonNullable<ReturnType<typeof findPerson>>;

/** The person, if the actor may read them (or do with that record of theirs as asked); null otherwise. */
export function findPerson(
	db: Db,
	actor: Actor,
	personId: PersonId,
	may: Access = 'read',
	record: AccessTarget = 'person',
) {
	return (
		db
			.select(columns(db, actor))
			.from(people)
			.where(and(eq(people.id, personId), visiblePeople(db, actor, may, record)))
			.get() ?? null
	);
}

/** The person of this side with this reference, capitals or not, if the actor may read them; null otherwise. */
export function findPersonByReference(db: Db, actor: Actor, side: Side, reference: string) {
	return (
		db
			.select(columns(db, actor))
			.from(people)
			.where(and(sameReference(side, reference), visiblePeople(db, actor, 'read', 'person')))
			.get() ?? null
	);
}

/** Whether anybody of this side has this reference: for the rule that keeps references apart, never for a page. */
export function isReferenceTaken(db: Db, side: Side, reference: string): boolean {
	return db.select({ id: people.id }).from(people).where(sameReference(side, reference)).get() !== undefined;
}

/** Everybody whom the actor may read, by family name. */
export function listPeople(db: Db, actor: Actor): PersonRow[] {
	return db
		.select(columns(db, actor))
		.from(people)
		.where(visiblePeople(db, actor, 'read', 'person'))
		.orderBy(...inOrderOfNames(db, actor), asc(people.id))
		.all();
}

/**
 * The person's rows in the registers that the actor may read, by the cohort or by the person: what attendance is
 * computed from, catch-ups apart.
 */
export function listMarksOfPerson(db: Db, actor: Actor, personId: PersonId) {
	return listMarksOfPeople(db, actor, [personId]);
}

/** The same for several people. */
export function listMarksOfPeople(db: Db, actor: Actor, personIds: readonly PersonId[]) {
	return db
		.select({
			enrolmentId: registerRows.enrolmentId,
			sessionId: sessions.id,
			planNumber: sessions.planNumber,
			sessionState: sessions.state,
			startsAt: sessions.startsAt,
			expected: registerRows.expected,
			mark: registerRows.mark,
			minutes: registerRows.minutes,
		})
		.from(registerRows)
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(
			and(
				inArray(enrolments.personId, [...personIds]),
				isOfTerm(),
				anyOf([
					visibleCohorts(db, actor, 'read', 'register.marks'),
					visibleByPerson(db, actor, 'read', 'register.marks'),
				]),
			),
		)
		.orderBy(asc(registerRows.enrolmentId), asc(sessions.planNumber))
		.all();
}

function sameReference(side: Side, reference: string): SQL {
	return sql`${people.side} = ${side} and lower(${people.reference}) = ${reference.trim().toLowerCase()}`;
}
