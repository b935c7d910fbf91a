import { type StaffOnSide, wouldBeOnBothSides } from '#app/domain/people/both-sides.ts';
import type { CohortId, FamilyId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { wouldMeetNonAssociated } from '#db/queries/families/non-associations.ts';
import { listFamilyIdsOf, listSidesOfFamilies, listStaffOfCohort } from '#db/queries/families/staff-on-sides.ts';

/** Whether these staff, on their sides, would put one of them on both sides of one of the families. */
export function staffsBothSides(tx: Db, familyIds: readonly FamilyId[], staff: readonly StaffOnSide[]): boolean {
	const added = familyIds.flatMap((familyId) => staff.map((one) => ({ ...one, familyId })));
	return added.length > 0 && wouldBeOnBothSides(listSidesOfFamilies(tx, familyIds), added);
}

/**
 * Whether the person can have a place in the cohort: nobody in it whom they may not meet, and nobody on its team who works
 * with the other side of one of their families. The answer is one word for every cause, because the cause may be one that
 * the asker may not know of.
 */
export function isSlotAvailable(tx: Db, personId: PersonId, cohortId: CohortId): boolean {
	if (wouldMeetNonAssociated(tx, personId, cohortId)) return false;
	return !staffsBothSides(tx, listFamilyIdsOf(tx, personId), listStaffOfCohort(tx, cohortId));
}
