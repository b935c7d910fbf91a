import type { Side } from '../programmes/programme.ts';
import type { AreaId } from '../shared/ids.ts';
import { type Refused, refused } from '../shared/outcome.ts';
import type { Role } from './actor.ts';

export type Duties = {
	readonly roles: readonly Role[];
	readonly areaIds: readonly AreaId[];
	readonly sides: readonly Side[];
};
export type DutiesFault =
	| 'no-role'
	| 'role-without-area'
	| 'role-without-side'
	| 'partner-support-elsewhere'
	| 'both-sides-for-coordinators-only';

/** The roles that reach their cohorts by areas and sides. */
const BY_AREA: readonly Role[] = ['coordinator', 'partner-support', 'read-only'];

/**
 * What is wrong with duties as such; null when nothing is. Who reaches cohorts by area needs an area and a side; a
 * partner-support worker is on the survivor side alone; only a coordinator may be on both sides of families at all.
 */
export function checkDuties({ roles, areaIds, sides }: Duties): Refused<DutiesFault> | null {
	if (roles.length === 0) return refused('no-role');
	const byArea = BY_AREA.find((role) => roles.includes(role));
	if (byArea && areaIds.length === 0) return refused('role-without-area', { role: byArea });
	if (byArea && sides.length === 0) return refused('role-without-side', { role: byArea });
	if (roles.includes('partner-support') && sides.some((side) => side !== 'survivor')) {
		return refused('partner-support-elsewhere');
	}
	const others = roles.some((role) => BY_AREA.includes(role) && role !== 'coordinator');
	return reachesBothSides({ sides }) && others ? refused('both-sides-for-coordinators-only') : null;
}

/** Whether somebody with these sides would be on both sides of families. */
export function reachesBothSides({ sides }: Pick<Duties, 'sides'>): boolean {
	return sides.includes('perpetrator') && sides.includes('survivor');
}
