import type { Role, StaffActor } from '#app/domain/access/actor.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { AreaId, FamilyId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/**
 * Two areas, and in the first a cohort of each side, with the two parents of one family in them. His also has somebody
 * whose names are restricted, Zora, and somebody in no family, Aziz; their family also
 * has somebody who never joined a cohort, Una.
 */
export function givenTwoSides() {
	const context = testContext();
	const [north, south] = [givenPlaces(context), givenPlaces(context, 'Southfield')];
	const [sam, noor] = [givenStaff(context, { name: 'Sam' }), givenStaff(context, { name: 'Noor' })];
	const cohort = (areaId: AreaId, side: Side, team: readonly StaffActor[]) =>
		givenCohort(context, { areaId, side, team, sessionCount: 2 });
	const his = cohort(north.areaId, 'perpetrator', [sam]);
	const hers = cohort(north.areaId, 'survivor', [noor]);
	const far = cohort(south.areaId, 'perpetrator', []);
	const member = (of: typeof his, givenName: string, familyName: string) =>
		givenMember(context, of, { givenName, familyName }).personId;
	const people = {
		him: member(his, 'Tom', 'Marlow'),
		her: member(hers, 'Mia', 'Marlow'),
		restricted: member(his, 'Zora', 'Able'),
		alone: member(his, 'Aziz', 'Zander'),
		farAway: member(far, 'Ed', 'Far'),
		nowhere: givenPerson(context, 'Una', 'Yes'),
	};
	givenFamily(context, north.areaId, sam, [people.him, people.her, people.nowhere]);
	restrict(context, people.restricted, sam);
	return { context, areas: { north: north.areaId, south: south.areaId }, sam, noor, his, hers, far, people };
}

export type TwoSides = ReturnType<typeof givenTwoSides>;

/** Somebody of this role who reaches by the first area and his side, or what is given instead. */
export function somebody({ context, areas }: TwoSides, role: Role, change: Partial<StaffActor> = {}): StaffActor {
	const actor = givenStaff(context, { roles: [role], areaIds: [areas.north], sides: ['perpetrator'] });
	return { ...actor, ...change };
}

function givenFamily(
	{ db, ids, clock }: TestContext,
	areaId: AreaId,
	{ staffId }: StaffActor,
	members: readonly PersonId[],
): void {
	const familyId = ids.next<FamilyId>();
	const now = clock.now();
	db.insert(schema.families).values({ id: familyId, areaId, reference: 'F-1', createdAt: now }).run();
	for (const personId of members) {
		const belongs = { personId, relationship: 'partner', addedBy: staffId, addedAt: now } as const;
		db.insert(schema.familyMembers)
			.values({ familyId, ...belongs })
			.run();
	}
}

function givenPerson({ db, ids, clock }: TestContext, givenName: string, familyName: string): PersonId {
	const id = ids.next<PersonId>();
	const names = { givenName, familyName, reference: `REF-${id}` };
	db.insert(schema.people)
		.values({ id, side: 'survivor', ...names, createdAt: clock.now() })
		.run();
	return id;
}

/** Keeps somebody's names from everybody but the named readers. */
export function restrict(
	{ db, clock }: TestContext,
	personId: PersonId,
	{ staffId }: StaffActor,
	readers: readonly StaffActor[] = [],
): void {
	db.insert(schema.restrictedPeople).values({ personId, setBy: staffId, setAt: clock.now() }).run();
	for (const reader of readers) {
		db.insert(schema.restrictedReaders).values({ personId, staffId: reader.staffId }).run();
	}
}

export function observe({ context, sam }: TwoSides, sessionId: SessionId, { staffId }: StaffActor): void {
	const assigned = { assignedBy: sam.staffId, assignedAt: context.clock.now() };
	context.db
		.insert(schema.sessionObservers)
		.values({ sessionId, staffId, ...assigned })
		.run();
}
