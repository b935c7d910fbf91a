import { expect, test } from 'vitest';
import type { NonAssociationId } from '#app/domain/shared/ids.ts';
import { listBothSidesDecisions, listUndecidedCoordinators } from '#db/queries/access/both-sides.ts';
import { listObservedSessions, listObservers, listPossibleObservers } from '#db/queries/access/observers.ts';
import { findRestriction, listPossibleReaders } from '#db/queries/access/restrictions.ts';
import { listEnrolmentsOfPeople } from '#db/queries/enrolments.ts';
import { findPair } from '#db/queries/families/cohort-pairs.ts';
import {
	countFamilies,
	FAMILIES_PER_PAGE,
	listFamilies,
	listFamiliesOfPerson,
	listFamilyMembers,
} from '#db/queries/families/families.ts';
import { listNonAssociations } from '#db/queries/families/non-associations.ts';
import { listSidesOfFamilies } from '#db/queries/families/staff-on-sides.ts';
import { listMarksOfPeople } from '#db/queries/people.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { countQueries } from '#tests/support/count-queries.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

test('a worker has the families of their areas, a lead all, in pages by area and reference', () => {
	const context = testContext();
	const { db } = context;
	const { areaId, worker, lead, sam } = givenTwoSides(context);
	const elsewhere = givenPlaces(context, 'Southfield').areaId;
	for (let number = 10; number < 40; number += 1) givenFamily(context, { areaId, by: lead, reference: `F-${number}` });
	givenFamily(context, { areaId: elsewhere, by: lead, reference: 'F-01' });
	expect([countFamilies(db, worker), countFamilies(db, lead), countFamilies(db, sam)]).toEqual([30, 31, 0]);
	expect(listFamilies(db, worker, 1)).toHaveLength(FAMILIES_PER_PAGE);
	expect(listFamilies(db, worker, 2).map(({ reference }) => reference)).toEqual([
		'F-35',
		'F-36',
		'F-37',
		'F-38',
		'F-39',
	]);
	expect(listFamilies(db, lead, 2).at(-1)).toMatchObject({ reference: 'F-01', area: 'Southfield' });
	expect(listFamilies(db, sam, 1)).toEqual([]);
});

test('members are ordered by what is shown of them, a restricted one by the reference', () => {
	const context = testContext();
	const { db } = context;
	const { areaId, his, worker, lead } = givenTwoSides(context);
	const people = ['Able', 'Young', 'Zander'].map((familyName) => givenMember(context, his, { familyName }));
	const members = people.map(({ personId }) => [personId, 'other-relative'] as const);
	const familyId = givenFamily(context, { areaId, by: lead, members });
	const names = () => listFamilyMembers(db, worker, familyId).map(({ name }) => name);
	expect(names()).toEqual(['Alex Able', 'Alex Young', 'Alex Zander']);
	const { personId } = people[0]!;
	db.insert(schema.restrictedPeople).values({ personId, setBy: lead.staffId, setAt: context.clock.now() }).run();
	expect(names()).toEqual([`REF-${personId}`, 'Alex Young', 'Alex Zander']);
	expect(listFamilies(db, worker, 1)).toMatchObject([{ members: 3 }]);
});

test('lists of thirty take as many statements as lists of one', async () => {
	const context = testContext();
	const { db } = context;
	const { areaId, his, hers, adam, worker, lead } = givenTwoSides(context);
	const owen = givenStaff(context, { roles: ['observer'] });
	const familyId = givenFamily(context, { areaId, by: lead, members: [[adam.personId, 'father']] });
	const readAll = () => {
		countFamilies(db, worker);
		listFamilies(db, worker, 1);
		const ids = listFamilyMembers(db, worker, familyId).map(({ personId }) => personId);
		listEnrolmentsOfPeople(db, worker, ids);
		listMarksOfPeople(db, worker, ids);
		listFamiliesOfPerson(db, worker, adam.personId);
		listNonAssociations(db, lead, adam.personId);
		listSidesOfFamilies(db, [familyId]);
		findPair(db, lead, his.cohortId);
		findRestriction(db, lead, adam.personId);
		listPossibleReaders(db, lead);
		listObservers(db, lead, his.sessionIds[0]!);
		listPossibleObservers(db, lead);
		listObservedSessions(db, owen);
		listBothSidesDecisions(db, lead);
		listUndecidedCoordinators(db, lead);
	};
	const one = await countQueries(db, readAll);
	const set = { setBy: lead.staffId, setAt: context.clock.now() };
	const assigned = { assignedBy: lead.staffId, assignedAt: context.clock.now() };
	for (let count = 0; count < 30; count += 1) {
		const member = givenMember(context, count % 2 ? his : hers, { programmeSlug: `programme-${count}` });
		givenFamily(context, { areaId, by: lead, members: [[adam.personId, 'father']] });
		const added = { addedBy: lead.staffId, addedAt: context.clock.now() };
		db.insert(schema.familyMembers)
			.values({ familyId, personId: member.personId, relationship: 'other-relative', ...added })
			.run();
		const [personId, otherPersonId] = [adam.personId, member.personId].toSorted() as [never, never];
		db.insert(schema.nonAssociations)
			.values({ id: context.ids.next<NonAssociationId>(), personId, otherPersonId, reason: 'x', ...set })
			.run();
		const observer = givenStaff(context, { roles: ['observer'] });
		db.insert(schema.sessionObservers)
			.values({ sessionId: his.sessionIds[0]!, staffId: observer.staffId, ...assigned })
			.run();
		if (count < 17)
			db.insert(schema.sessionObservers)
				.values({ sessionId: his.sessionIds[count]!, staffId: owen.staffId, ...assigned })
				.run();
		const { staffId } = givenStaff(context, { roles: ['coordinator'], areaIds: [areaId] });
		if (count % 2)
			db.insert(schema.bothSidesDecisions)
				.values({ staffId, reason: 'x', decidedBy: lead.staffId, decidedAt: context.clock.now() })
				.run();
		givenCohort(context, { areaId, side: 'survivor', name: `Group ${count}`, sessionCount: 1 });
	}
	expect(await countQueries(db, readAll)).toBe(one);
	expect(listFamilyMembers(db, worker, familyId)).toHaveLength(31);
	expect(listObservedSessions(db, owen)).toHaveLength(17);
	expect(listNonAssociations(db, lead, adam.personId)).toHaveLength(30);
});
