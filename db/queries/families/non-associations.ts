import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import type { CohortId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { enrolments, nonAssociations, people, staff } from '../../schema/index.ts';
import { inOrderOfNames, shownPerson, visiblePeople } from '../access/visible-people.ts';

export type NonAssociationRow = ReturnType<typeof listNonAssociations>[number];

/**
 * Whom the person may not meet, by what is shown of them. Ask for a person whom the actor may read; a pair with somebody
 * whom they may not read is absent.
 */
export function listNonAssociations(db: Db, actor: Actor, personId: PersonId) {
	if (!mayAtAll(actor, 'read', 'non-association')) return [];
	const other = sql`case when ${nonAssociations.personId} = ${personId} then ${nonAssociations.otherPersonId} else ${nonAssociations.personId} end`;
	return db
		.select({
			id: nonAssociations.id,
			...shownPerson(db, actor),
			side: people.side,
			reason: nonAssociations.reason,
			setBy: staff.name,
			setAt: nonAssociations.setAt,
		})
		.from(nonAssociations)
		.innerJoin(people, sql`${people.id} = ${other}`)
		.innerJoin(staff, eq(staff.id, nonAssociations.setBy))
		.where(and(isOf(personId), isNull(nonAssociations.endedAt), visiblePeople(db, actor, 'read', 'person')))
		.orderBy(...inOrderOfNames(db, actor), asc(nonAssociations.id))
		.all();
}

/** Whether these two may not meet, for the rule that keeps a pair once. */
export function isNonAssociated(db: Db, one: PersonId, other: PersonId): boolean {
	const pair = and(isOf(one), isOf(other), isNull(nonAssociations.endedAt));
	return db.select({ id: nonAssociations.id }).from(nonAssociations).where(pair).get() !== undefined;
}

/** Whether somebody with a place in the cohort now may not meet this person: for the rule on places, never for a page. */
export function wouldMeetNonAssociated(db: Db, personId: PersonId, cohortId: CohortId): boolean {
	const active = ENROLMENT_STATES.filter(isActive);
	const found = db
		.select({ id: nonAssociations.id })
		.from(nonAssociations)
		.innerJoin(
			enrolments,
			or(eq(enrolments.personId, nonAssociations.personId), eq(enrolments.personId, nonAssociations.otherPersonId)),
		)
		.where(
			and(
				isOf(personId),
				isNull(nonAssociations.endedAt),
				sql`${enrolments.personId} <> ${personId}`,
				eq(enrolments.cohortId, cohortId),
				inArray(enrolments.state, active),
			),
		)
		.get();
	return found !== undefined;
}

/** Two ids in the order in which a pair is kept. */
export function inPairOrder(one: PersonId, other: PersonId): { personId: PersonId; otherPersonId: PersonId } {
	return one < other ? { personId: one, otherPersonId: other } : { personId: other, otherPersonId: one };
}

function isOf(personId: PersonId) {
	return or(eq(nonAssociations.personId, personId), eq(nonAssociations.otherPersonId, personId));
}
