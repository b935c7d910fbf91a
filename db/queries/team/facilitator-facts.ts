import { and, eq, inArray, ne } from 'drizzle-orm';
import type { FacilitatorFacts } from '#app/domain/scheduling/clashing/cohort-plan.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { staff, staffAccreditations, staffProfiles } from '../../schema/index.ts';

/**
 * What the rule on clashes asks of these people, for any programme: when they may deliver it, and their gender where it was
 * stated. It is for that rule, never for a page. Of an account that is closed nothing is known: nobody delivers with it. (§2.9)
 */
export function listFacilitatorFacts(
	db: Db,
	staffIds: readonly StaffId[],
): (programmeSlug: string) => readonly FacilitatorFacts[] {
	const { programmeSlug, accreditedOn, expiresOn } = staffAccreditations;
	const rows = db
		.select({ staffId: staff.id, gender: staffProfiles.gender, programmeSlug, from: accreditedOn, until: expiresOn })
		.from(staff)
		.leftJoin(staffProfiles, eq(staffProfiles.staffId, staff.id))
		.leftJoin(staffAccreditations, eq(staffAccreditations.staffId, staff.id))
		.where(and(inArray(staff.id, [...new Set(staffIds)]), ne(staff.state, 'deactivated')))
		.all();
	const ofPerson = Map.groupBy(rows, ({ staffId }) => staffId);
	return (slug) =>
		[...ofPerson].map(([staffId, own]) => ({
			staffId,
			gender: own[0]!.gender === 'not-stated' ? null : own[0]!.gender,
			accredited: own.flatMap(({ programmeSlug: its, from, until }) =>
				its === slug && from !== null ? [{ from, until }] : [],
			),
		}));
}
