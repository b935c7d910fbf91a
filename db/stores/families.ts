import { and, eq } from 'drizzle-orm';
import type { Relationship } from '#app/domain/people/family.ts';
import type { FamilyId, NonAssociationId, PersonId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { cohortPairs, families, familyMembers, nonAssociations } from '../schema/index.ts';

export function insertFamily(db: Db, row: typeof families.$inferInsert): void {
	db.insert(families).values(row).run();
}

/** Changes the family if it still has this version; false when somebody else changed it, or who belongs to it, first. */
export function updateFamily(
	db: Db,
	id: FamilyId,
	version: number,
	change: Partial<typeof families.$inferInsert> = {},
): boolean {
	const { changes } = db
		.update(families)
		.set({ ...change, version: version + 1 })
		.where(and(eq(families.id, id), eq(families.version, version)))
		.run();
	return changes === 1;
}

export function insertFamilyMember(db: Db, row: typeof familyMembers.$inferInsert): void {
	db.insert(familyMembers).values(row).run();
}

export function updateRelationship(db: Db, familyId: FamilyId, personId: PersonId, relationship: Relationship): void {
	db.update(familyMembers).set({ relationship }).where(isMember(familyId, personId)).run();
}

export function deleteFamilyMember(db: Db, familyId: FamilyId, personId: PersonId): void {
	db.delete(familyMembers).where(isMember(familyId, personId)).run();
}

export function insertNonAssociation(db: Db, row: typeof nonAssociations.$inferInsert): void {
	db.insert(nonAssociations).values(row).run();
}

export function endNonAssociation(db: Db, id: NonAssociationId, endedAt: Instant): void {
	db.update(nonAssociations).set({ endedAt }).where(eq(nonAssociations.id, id)).run();
}

export function insertCohortPair(db: Db, row: typeof cohortPairs.$inferInsert): void {
	db.insert(cohortPairs).values(row).run();
}

export function deleteCohortPair(
	db: Db,
	{
		perpetratorCohortId,
		survivorCohortId,
	}: Pick<typeof cohortPairs.$inferSelect, 'perpetratorCohortId' | 'survivorCohortId'>,
): void {
	db.delete(cohortPairs)
		.where(
			and(eq(cohortPairs.perpetratorCohortId, perpetratorCohortId), eq(cohortPairs.survivorCohortId, survivorCohortId)),
		)
		.run();
}

function isMember(familyId: FamilyId, personId: PersonId) {
	return and(eq(familyMembers.familyId, familyId), eq(familyMembers.personId, personId));
}
