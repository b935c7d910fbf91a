import { OPERATOR, type Role } from '#app/domain/access/actor.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { AreaId } from '#app/domain/shared/ids.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listPlaces } from '#db/queries/places.ts';

export type Duties = {
	readonly roles: readonly Role[];
	readonly areaIds: readonly AreaId[];
	readonly sides: readonly Side[];
};
export type DutiesRefusal = 'no-role' | 'unknown-area' | 'coordinator-without-area' | 'coordinator-without-side';

/** What is wrong with somebody's duties; null when nothing is. A coordinator needs an area and a side to arrange. */
export function faultOfDuties(tx: Db, { roles, areaIds, sides }: Duties): Refused<DutiesRefusal> | null {
	if (roles.length === 0) return refused('no-role');
	const known = listPlaces(tx, OPERATOR).map(({ id }) => id);
	if (areaIds.some((areaId) => !known.includes(areaId))) return refused('unknown-area');
	if (!roles.includes('coordinator')) return null;
	if (areaIds.length === 0) return refused('coordinator-without-area');
	return sides.length === 0 ? refused('coordinator-without-side') : null;
}
