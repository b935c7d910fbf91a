import { eq } from 'drizzle-orm';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { AreaId, FamilyId, PersonId } from '#app/domain/shared/ids.ts';
import { openRecord } from '#app/use-cases/openings/open-record.ts';
import { identifyStaff } from '#app/use-cases/staff/identify-staff.ts';
import { startSignIn } from '#app/use-cases/staff/sign-in.ts';
import * as schema from '#db/schema/index.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { givenContact } from '../reminders/given.ts';

export const PASSWORD = 'plumb and level';
export const REASON = 'A neighbour rang: he is on his way to the hall and very agitated';
let passwordHash: string | undefined;

/**
 * Two areas. In ours, a coordinator of the perpetrator side and a facilitator with a cohort of their own; in the other, a
 * man of a cohort there and a woman of the survivor side; two leads and an administrator. All have one password.
 */
export async function givenEmergency({ leads = 2, file = ':memory:' } = {}) {
	const context = testContext({ file });
	const [ours, theirs] = [givenPlaces(context, 'Northfield'), givenPlaces(context, 'Eastmoor')];
	const staff = {
		coordinator: givenStaff(context, { name: 'Priya Raman', roles: ['coordinator'], areaIds: [ours.areaId] }),
		facilitator: givenStaff(context, { name: 'Kezia Mensah' }),
		theirFacilitator: givenStaff(context, { name: 'Tom Ferris' }),
		herFacilitator: givenStaff(context, { name: 'Leila Haddad', sides: ['survivor'] }),
		administrator: givenStaff(context, { name: 'Jo Whitfield', roles: ['administrator'] }),
		leads: Array.from({ length: leads }, (_, index) => givenStaff(context, { name: `Lead ${index}`, roles: ['lead'] })),
	};
	const own = givenCohort(context, { areaId: ours.areaId, team: [staff.facilitator], name: 'Our group' });
	const far = givenCohort(context, { areaId: theirs.areaId, team: [staff.theirFacilitator], name: 'Their group' });
	const programmeSlug = 'inspiring-families-non-abusing';
	const hers = givenCohort(context, {
		...{
			areaId: theirs.areaId,
			team: [staff.herFacilitator],
			name: 'Her group',
			side: 'survivor' as const,
			programmeSlug,
		},
	});
	const people = {
		colleague: givenMember(context, own, { givenName: 'Carl', familyName: 'Ours' }).personId,
		man: givenMember(context, far, { givenName: 'Dean', familyName: 'Faraway' }).personId,
		woman: givenMember(context, hers, { givenName: 'Hannah', familyName: 'Hidden', programmeSlug }).personId,
	};
	givenContact(context, staff.theirFacilitator, people.man, { address: 'dean@example.org' });
	passwordHash ??= await context.credentials.hashPassword(PASSWORD);
	context.db.update(schema.staff).set({ passwordHash }).run();
	return { context, ...staff, people, ours, theirs, cohorts: { own, far, hers } };
}

export const referenceOf = ({ db }: TestContext, personId: PersonId) =>
	db.select().from(schema.people).where(eq(schema.people.id, personId)).get()!.reference;

type Wish = Partial<Parameters<typeof openRecord>[2]>;

export function open(context: TestContext, actor: StaffActor, personId: PersonId, wish: Wish = {}) {
	const reference = referenceOf(context, personId);
	return openRecord(context, actor, {
		side: null,
		reference,
		reason: REASON,
		proof: { password: PASSWORD, code: '' },
		...wish,
	});
}

/** The same member of staff as a request of theirs at this moment has them, with what they have open; null when signed out. */
export function signedInAgain(context: TestContext, { staffId }: StaffActor): StaffActor | null {
	const { secret } = startSignIn(context, context.db, { staffId, now: context.clock.now() });
	return identifyStaff(context, secret);
}

/** Keeps the person's name from everybody. */
export function givenRestricted({ db, clock }: TestContext, personId: PersonId, setBy: StaffActor): void {
	db.insert(schema.restrictedPeople).values({ personId, setBy: setBy.staffId, setAt: clock.now() }).run();
}

/** A family of these people. */
export function givenFamily(
	{ db, ids, clock }: TestContext,
	{ areaId, by, people }: { areaId: AreaId; by: StaffActor; people: readonly PersonId[] },
): void {
	const familyId = ids.next<FamilyId>();
	db.insert(schema.families).values({ id: familyId, areaId, reference: 'F-1', createdAt: clock.now() }).run();
	for (const personId of people) {
		db.insert(schema.familyMembers)
			.values({ familyId, personId, relationship: 'partner', addedBy: by.staffId, addedAt: clock.now() })
			.run();
	}
}

export const openingsOf = ({ db }: TestContext) => db.select().from(schema.brokenGlass).all();
export const noticesOf = ({ db }: TestContext) =>
	db.select().from(schema.staffNotices).orderBy(schema.staffNotices.id).all();
