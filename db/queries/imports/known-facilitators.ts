import { and, asc, eq, exists, ne, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { FAMILIES_OF_PROGRAMMES, type ProgrammeFamily } from '#app/domain/imports/facilitators/facilitator.ts';
import type { KnownAccreditation, KnownFacilitator } from '#app/domain/imports/planned-cohorts/planned-cohort.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { staff, staffAccreditations, staffAvailability, staffProfiles, staffRoles } from '../../schema/index.ts';

/** A facilitator among the staff; who supports partners is never on a team of the perpetrator side. */
export type FacilitatorOnStaff = KnownFacilitator & { readonly key: StaffId; readonly supportsPartners: boolean };

/**
 * Every facilitator whose account is not closed, as a plan of cohorts looks for them; none for who may not bring plans in.
 * The accreditation of a programme that lasts longest counts.
 */
export function listKnownFacilitators(db: Db, actor: Actor): readonly FacilitatorOnStaff[] {
	if (!mayAtAll(actor, 'write', 'import.cohorts')) return [];
	const has = (role: 'facilitator' | 'partner-support') =>
		exists(
			db
				.select({ one: sql`1` })
				.from(staffRoles)
				.where(and(eq(staffRoles.staffId, staff.id), eq(staffRoles.role, role))),
		);
	const found = db
		.select({ id: staff.id, name: staff.name, profile: staffProfiles, supports: sql<0 | 1>`${has('partner-support')}` })
		.from(staff)
		.leftJoin(staffProfiles, eq(staffProfiles.staffId, staff.id))
		.where(and(ne(staff.state, 'deactivated'), has('facilitator')))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
	const accreditations = Map.groupBy(db.select().from(staffAccreditations).all(), ({ staffId }) => staffId);
	const hours = Map.groupBy(db.select().from(staffAvailability).all(), ({ staffId }) => staffId);
	return found.map(({ id, name, profile, supports }) => ({
		key: id,
		name,
		knownAs: profile?.knownAs ?? null,
		gender: profile?.gender ?? 'not-stated',
		accredited: accreditedFor(accreditations.get(id) ?? [], JSON.parse(profile?.inTraining ?? '[]') as string[]),
		hours: hours.get(id)?.map(({ weekday, fromTime: from, toTime: to }) => ({ weekday, from, to })) ?? null,
		availability: profile?.availability ?? null,
		supportsPartners: supports === 1,
	}));
}

type Row = Pick<typeof staffAccreditations.$inferSelect, 'programmeSlug' | 'expiresOn'>;

function accreditedFor(rows: readonly Row[], inTraining: readonly string[]) {
	const known = FAMILIES_OF_PROGRAMMES.flatMap(
		(family): readonly (readonly [ProgrammeFamily, KnownAccreditation])[] => {
			const ends = rows
				.filter(({ programmeSlug }) => programmeSlug.startsWith(family))
				.map(({ expiresOn }) => expiresOn);
			const until = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
			if (ends.length > 0) return [[family, { until }]];
			return inTraining.some((slug) => slug.startsWith(family)) ? [[family, 'in-training']] : [];
		},
	);
	return Object.fromEntries(known) as Partial<Record<ProgrammeFamily, KnownAccreditation>>;
}
