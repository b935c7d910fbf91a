import type { Side } from '../programmes/programme.ts';
import type { FamilyId, StaffId } from '../shared/ids.ts';
import { areOpposed } from './family.ts';

/** Somebody of the staff and the side on which they work: by a cohort's team, as an observer, or as a family's worker. */
export type StaffOnSide = { readonly staffId: StaffId; readonly side: Side };
/** The same for one family, of which a member is in that cohort or which the worker holds. */
export type SideOfFamily = StaffOnSide & { readonly familyId: FamilyId };

/**
 * Whether what is to be added would put anybody on both sides of one family. What stands already is not judged again:
 * only somebody who is added can be refused (docs/security.md).
 */
export function wouldBeOnBothSides(standing: readonly SideOfFamily[], added: readonly SideOfFamily[]): boolean {
	const all = [...standing, ...added];
	return added.some((one) =>
		all.some(
			(other) => other.familyId === one.familyId && other.staffId === one.staffId && areOpposed(other.side, one.side),
		),
	);
}

/** Whether anybody is on both teams: two linked cohorts stand for the two sides of the same families. */
export function teamsOverlap(one: readonly StaffOnSide[], other: readonly StaffOnSide[]): boolean {
	return one.some(({ staffId }) => other.some((member) => member.staffId === staffId));
}
