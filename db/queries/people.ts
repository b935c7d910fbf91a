import { and, asc, eq, exists, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access, AccessRecord } from '#app/domain/access/policy.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, enrolments, people, registerRows, sessions } from '../schema/index.ts';
import { visibleCohorts } from './visible-cohorts.ts';

const columns = {
	id: people.id,
	reference: people.reference,
	givenName: people.givenName,
	familyName: people.familyName,
	version: people.version,
};

export type PersonRow = NonNullable<ReturnType<typeof findPerson>>;

/** The condition that leaves only people of whom at least one cohort lets the actor read or write this record. */
export function visiblePeople(db: Db, actor: Actor, may: Access, record: AccessRecord): SQL {
	return exists(
		db
			.select({ one: sql`1` })
			.from(enrolments)
			.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
			.where(and(eq(enrolments.personId, people.id), visibleCohorts(db, actor, may, record))),
	);
}

/** The person, if the actor may read them (or do with that record of theirs as asked); null otherwise. */
export function findPerson(
	db: Db,
	actor: Actor,
	personId: PersonId,
	may: Access = 'read',
	record: AccessRecord = 'person',
) {
	return (
		db
			.select(columns)
			.from(people)
			.where(and(eq(people.id, personId), visiblePeople(db, actor, may, record)))
			.get() ?? null
	);
}

/** The person of this side with this reference, capitals or not, if the actor may read them; null otherwise. */
export function findPersonByReference(db: Db, actor: Actor, side: Side, reference: string) {
	return (
		db
			.select(columns)
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
		.select(columns)
		.from(people)
		.where(visiblePeople(db, actor, 'read', 'person'))
		.orderBy(asc(people.familyName), asc(people.givenName), asc(people.id))
		.all();
}

/** The person's rows in the registers of cohorts whose registers the actor may read: what their attendance is computed from. */
export function listMarksOfPerson(db: Db, actor: Actor, personId: PersonId) {
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
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(eq(enrolments.personId, personId), visibleCohorts(db, actor, 'read', 'register')))
		.orderBy(asc(registerRows.enrolmentId), asc(sessions.planNumber))
		.all();
}

function sameReference(side: Side, reference: string): SQL {
	return sql`${people.side} = ${side} and lower(${people.reference}) = ${reference.trim().toLowerCase()}`;
}
