import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import { areOpposed } from '#app/domain/people/family.ts';
import type { KeptApart } from '#app/domain/scheduling/clashing/kept-apart.ts';
import type { CohortId, EnrolmentId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { enrolments, familyMembers, nonAssociations, people } from '../../schema/index.ts';

/** Everything here is for the rule on clashes, whoever asks, never for a page. */

/** From whom these people are kept: the other side of their families, and whom they may not meet. */
export function listKeptApart(db: Db, personIds: readonly PersonId[]): Omit<KeptApart, 'bufferMinutes'> {
	if (personIds.length === 0) return { opposed: [], mayNotMeet: [] };
	const [theirs, relative] = [alias(familyMembers, 'theirs'), alias(people, 'relative')];
	const opposed = db
		.selectDistinct({ one: people.id, side: people.side, other: relative.id, otherSide: relative.side })
		.from(familyMembers)
		.innerJoin(people, eq(people.id, familyMembers.personId))
		.innerJoin(theirs, eq(theirs.familyId, familyMembers.familyId))
		.innerJoin(relative, eq(relative.id, theirs.personId))
		.where(inArray(familyMembers.personId, [...personIds]))
		.all()
		.filter(({ side, otherSide }) => areOpposed(side, otherSide));
	const isOneOfThem = or(
		inArray(nonAssociations.personId, [...personIds]),
		inArray(nonAssociations.otherPersonId, [...personIds]),
	);
	const mayNotMeet = db
		.select({ one: nonAssociations.personId, other: nonAssociations.otherPersonId })
		.from(nonAssociations)
		.where(and(isOneOfThem, isNull(nonAssociations.endedAt)))
		.all();
	return { opposed: asPairs(opposed), mayNotMeet: asPairs(mayNotMeet) };
}

/** Who has a place in the cohort now. */
export function listMemberIds(db: Db, cohortId: CohortId): readonly PersonId[] {
	const members = db.select({ id: enrolments.personId }).from(enrolments);
	return members
		.where(and(eq(enrolments.cohortId, cohortId), isTaken()))
		.all()
		.map(({ id }) => id);
}

/** Whose places these are, by enrolment. */
export function listPeopleOf(db: Db, enrolmentIds: readonly EnrolmentId[]): ReadonlyMap<EnrolmentId, PersonId> {
	const found = db
		.select({ id: enrolments.id, personId: enrolments.personId })
		.from(enrolments)
		.where(inArray(enrolments.id, [...enrolmentIds]))
		.all();
	return new Map(found.map(({ id, personId }) => [id, personId]));
}

/** In which cohorts these people have a place now. */
export function listCohortsOf(db: Db, personIds: readonly PersonId[]) {
	if (personIds.length === 0) return [];
	return db
		.select({ cohortId: enrolments.cohortId, personId: enrolments.personId })
		.from(enrolments)
		.where(and(inArray(enrolments.personId, [...personIds]), isTaken()))
		.all();
}

function isTaken() {
	return inArray(enrolments.state, ENROLMENT_STATES.filter(isActive));
}

/** A pair that was found from both of its ends is one pair. */
function asPairs(rows: readonly { readonly one: PersonId; readonly other: PersonId }[]) {
	const pairs = rows.map(({ one, other }) => (one < other ? ([one, other] as const) : ([other, one] as const)));
	return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}
