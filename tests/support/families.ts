import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Relationship } from '#app/domain/people/family.ts';
import type { AreaId, FamilyId, PersonId, StaffId } from '#app/domain/shared/ids.ts';
import * as schema from '#db/schema/index.ts';
import type { TestContext } from './context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from './world.ts';

type FamilyOptions = {
	readonly areaId: AreaId;
	readonly by: StaffActor;
	readonly workerId?: StaffId | null;
	readonly reference?: string;
	readonly members?: readonly (readonly [PersonId, Relationship])[];
};

/** A family with these members, held by nobody unless it says so. */
export function givenFamily({ db, ids, clock }: TestContext, options: FamilyOptions): FamilyId {
	const { areaId, by, workerId = null, members = [] } = options;
	const id = ids.next<FamilyId>();
	const reference = options.reference ?? `F-${id}`;
	db.insert(schema.families).values({ id, areaId, reference, workerId, createdAt: clock.now() }).run();
	for (const [personId, relationship] of members) {
		db.insert(schema.familyMembers)
			.values({ familyId: id, personId, relationship, addedBy: by.staffId, addedAt: clock.now() })
			.run();
	}
	return id;
}

/**
 * One area with a cohort on each side, each with a team of its own and a person in it: Adam Stone in his, Bea Stone in
 * hers; a partner-support worker, a lead and a coordinator of each side.
 */
export function givenTwoSides(context: TestContext) {
	const place = givenPlaces(context);
	const { areaId } = place;
	const sam = givenStaff(context, { name: 'Sam Okafor' });
	const programmeSlug = 'inspiring-families-non-abusing';
	const leila = givenStaff(context, { name: 'Leila Haddad', sides: ['survivor'], accreditedFor: [programmeSlug] });
	const worker = givenStaff(context, {
		...{ name: 'Imani Clarke', roles: ['partner-support'], areaIds: [areaId], sides: ['survivor'] },
	});
	const lead = givenStaff(context, { name: 'Ruth Levy', roles: ['lead'] });
	const coordinates = (side: 'perpetrator' | 'survivor') =>
		givenStaff(context, { name: `Coordinator ${side}`, roles: ['coordinator'], areaIds: [areaId], sides: [side] });
	const his = givenCohort(context, { areaId, team: [sam], name: 'Tuesday group' });
	const hers = givenCohort(context, {
		...{ areaId, side: 'survivor', name: 'Friday group', programmeSlug, team: [leila] },
		...{ firstDay: '2026-01-16', sessionCount: 10 },
	});
	const adam = givenMember(context, his, { givenName: 'Adam', familyName: 'Stone' });
	const bea = givenMember(context, hers, { givenName: 'Bea', familyName: 'Stone', programmeSlug });
	const staff = {
		sam,
		leila,
		worker,
		lead,
		hisCoordinator: coordinates('perpetrator'),
		herCoordinator: coordinates('survivor'),
	};
	return { place, areaId, his, hers, adam, bea, ...staff };
}
