import { OPERATOR } from '#app/domain/access/actor.ts';
import { checkDuties, type Duties, type DutiesFault, reachesBothSides } from '#app/domain/access/duties.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { hasBothSidesDecision } from '#db/queries/access/both-sides.ts';
import { worksWithPerpetratorSide } from '#db/queries/families/staff-on-sides.ts';
import { listPlaces } from '#db/queries/places.ts';

export type DutiesRefusal = DutiesFault | 'unknown-area' | 'both-sides-undecided' | 'role-not-available';

/**
 * What is wrong with somebody's duties; null when nothing is. Both sides of families go together only for a coordinator of
 * whom a lead has decided so; nobody who works with a perpetrator-side cohort supports partners. `staffId` is null for
 * somebody new, of whom neither can be.
 */
export function faultOfDuties(tx: Db, staffId: StaffId | null, duties: Duties): Refused<DutiesRefusal> | null {
	const known = listPlaces(tx, OPERATOR).map(({ id }) => id);
	const fault = checkDuties(duties);
	if (fault) return fault;
	if (duties.areaIds.some((areaId) => !known.includes(areaId))) return refused('unknown-area');
	if (staffId && duties.roles.includes('partner-support') && worksWithPerpetratorSide(tx, staffId)) {
		return refused('role-not-available');
	}
	if (!reachesBothSides(duties) || (staffId && hasBothSidesDecision(tx, staffId))) return null;
	return refused('both-sides-undecided');
}
