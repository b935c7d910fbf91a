import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { listEnrolmentsOfPeople, listEnrolmentsOfPerson, listPlacesToEnd } from '#db/queries/enrolments.ts';
import { findPerson, findPersonByReference, listMarksOfPerson, listPeople } from '#db/queries/people.ts';
import { listPlaces } from '#db/queries/places.ts';
import { listOccupyingCohorts } from '#db/queries/planning/occupied-times.ts';
import { listFacilitators, listStaff } from '#db/queries/staff.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

/** A man in a perpetrator-side cohort and a woman in a survivor-side one, in one area. */
function twoSides() {
	const context = testContext();
	const places = givenPlaces(context);
	const sam = givenStaff(context);
	const his = givenCohort(context, { ...places, team: [sam] });
	const hers = givenCohort(context, {
		...places,
		side: 'survivor',
		name: 'Secret group',
		programmeSlug: 'inspiring-families-non-abusing',
	});
	const man = givenMember(context, his);
	const woman = givenMember(context, hers, { givenName: 'Jo', programmeSlug: 'inspiring-families-non-abusing' });
	const coordinator = givenStaff(context, { roles: ['coordinator'], areaIds: [places.areaId], sides: ['perpetrator'] });
	return { context, places, sam, his, hers, man, woman, coordinator };
}

test('people of the other side are absent from lists, from search by reference and by id', () => {
	const {
		context: { db },
		coordinator,
		man,
		woman,
	} = twoSides();
	expect(listPeople(db, coordinator).map(({ personId }) => personId)).toEqual([man.personId]);
	expect(findPerson(db, coordinator, woman.personId)).toBeNull();
	expect(findPersonByReference(db, coordinator, 'survivor', `REF-${woman.personId}`)).toBeNull();
	expect(findPersonByReference(db, coordinator, 'perpetrator', `ref-${man.personId}`)).toMatchObject({
		personId: man.personId,
	});
	expect(listEnrolmentsOfPerson(db, coordinator, woman.personId)).toEqual([]);
	expect(listMarksOfPerson(db, coordinator, woman.personId)).toEqual([]);
	expect(listPlacesToEnd(db, coordinator, woman.personId)).toEqual([]);
});

test('of somebody in cohorts of both sides, only the places on one’s own side are there', () => {
	const { context, coordinator, man, hers } = twoSides();
	const { enrolmentId } = givenMember(context, hers, { programmeSlug: 'inspiring-families-non-abusing' });
	context.db.$client.prepare('update enrolments set person_id = ? where id = ?').run(man.personId, enrolmentId);
	expect(listEnrolmentsOfPerson(context.db, coordinator, man.personId).map(({ id }) => id)).toEqual([man.enrolmentId]);
	expect(new Set(listMarksOfPerson(context.db, coordinator, man.personId).map((row) => row.enrolmentId))).toEqual(
		new Set([man.enrolmentId]),
	);
	const lead = givenStaff(context, { roles: ['lead'] });
	expect(listEnrolmentsOfPerson(context.db, lead, man.personId)).toHaveLength(2);
});

test('an administrator reads nobody who takes part', () => {
	const { context, man } = twoSides();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	expect(listPeople(context.db, administrator)).toEqual([]);
	expect(findPerson(context.db, administrator, man.personId)).toBeNull();
});

test('a cohort that stands in the way is known to the rule, and its name only to who may read it', () => {
	const {
		context: { db },
		coordinator,
		his,
		hers,
	} = twoSides();
	const day = calendarDay('2026-01-13');
	const found = listOccupyingCohorts(db, coordinator, { days: [day] });
	expect(new Map(found.map(({ cohortId, name }) => [cohortId, name]))).toEqual(
		new Map([
			[his.cohortId, 'Tuesday group'],
			[hers.cohortId, null],
		]),
	);
	expect(JSON.stringify(found)).not.toContain('Secret');
	expect(found[0]!.sessions.map(({ planNumber }) => planNumber)).toEqual([1]);
	expect(listOccupyingCohorts(db, coordinator, { days: [calendarDay('2026-01-14')] })).toEqual([]);
	const others = listOccupyingCohorts(db, coordinator, { days: [day], except: his.cohortId });
	expect(others.map(({ cohortId }) => cohortId)).toEqual([hers.cohortId]);
	const also = listOccupyingCohorts(db, coordinator, { days: [], also: [his.cohortId] });
	expect(also.map(({ cohortId, sessions }) => [cohortId, sessions])).toEqual([[his.cohortId, []]]);
});

test('a cancelled cohort, a draft and a cancelled session stand in nobody’s way', () => {
	const {
		context: { db },
		coordinator,
		his,
		hers,
	} = twoSides();
	const day = calendarDay('2026-01-13');
	db.$client.prepare("update cohorts set state = 'cancelled' where id = ?").run(his.cohortId);
	db.$client.prepare("update cohorts set state = 'draft' where id = ?").run(hers.cohortId);
	expect(listOccupyingCohorts(db, coordinator, { days: [day] })).toEqual([]);
	db.$client.prepare("update cohorts set state = 'running' where id = ?").run(hers.cohortId);
	expect(listOccupyingCohorts(db, coordinator, { days: [day] })).toHaveLength(1);
	db.$client
		.prepare("update sessions set state = 'cancelled', state_reason = 'snow' where cohort_id = ?")
		.run(hers.cohortId);
	expect(listOccupyingCohorts(db, coordinator, { days: [day] })).toEqual([]);
});

test('the team of a cohort is chosen among active facilitators alone', () => {
	const { context, coordinator, sam } = twoSides();
	const gone = givenStaff(context, { name: 'Gone Away' });
	context.db.$client.prepare("update staff set state = 'deactivated' where id = ?").run(gone.staffId);
	expect(listFacilitators(context.db, coordinator, ['perpetrator']).map(({ id }) => id)).toEqual([sam.staffId]);
	expect(listFacilitators(context.db, sam, ['perpetrator'])).toEqual([]);
});

test('lists of thirty take as many statements as lists of one', async () => {
	const { context, coordinator, his, places } = twoSides();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	const { db } = context;
	const ids = () => listPeople(db, coordinator).map(({ personId }) => personId);
	const readAll = () => {
		listStaff(db, administrator);
		listPlaces(db, administrator);
		listEnrolmentsOfPeople(db, coordinator, ids());
		listOccupyingCohorts(db, coordinator, { days: ['2026-01-13', '2026-01-20'].map(calendarDay) });
	};
	const one = await countQueries(db, readAll);
	for (let count = 0; count < 30; count += 1) {
		givenStaff(context, { name: `Person ${count}` });
		givenPlaces(context, `Place ${count}`);
		givenMember(context, his, { familyName: `Person ${count}` });
		givenCohort(context, { ...places, name: `Group ${count}`, sessionCount: 2 });
	}
	expect(await countQueries(db, readAll)).toBe(one);
	expect(ids()).toHaveLength(31);
});
