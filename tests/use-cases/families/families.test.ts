import { expect, test } from 'vitest';
import { addFamily } from '#app/use-cases/families/add-family.ts';
import { addFamilyMember, type WhoBelongs } from '#app/use-cases/families/add-family-member.ts';
import { changeRelationship, removeFamilyMember } from '#app/use-cases/families/change-family-member.ts';
import { setFamilyWorker } from '#app/use-cases/families/set-family-worker.ts';
import { enrolPerson } from '#app/use-cases/people/enrol-person.ts';
import { findFamily, listFamilyMembers } from '#db/queries/families/families.ts';
import { findPerson } from '#db/queries/people.ts';
import { testContext } from '#tests/support/context.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';

function town() {
	const context = testContext({ now: '2026-01-20T12:00:00Z' });
	const two = givenTwoSides(context);
	const familyId = givenFamily(context, { areaId: two.areaId, by: two.lead, reference: 'F-12' });
	const add = (who: WhoBelongs, options: { as?: typeof two.worker; version?: number } = {}) => {
		const { as = two.worker, version = findFamily(context.db, two.lead, familyId)!.version } = options;
		return addFamilyMember(context, as, { familyId, version, relationship: 'father', who });
	};
	const known = (personId: string, side: 'perpetrator' | 'survivor' = 'perpetrator') =>
		({ kind: 'known', side, reference: `ref-${personId}` }) as const;
	const names = () => listFamilyMembers(context.db, two.lead, familyId).map(({ name }) => name);
	return { context, ...two, familyId, add, known, names };
}

const CHILD = { kind: 'new', reference: 'F-901', givenName: 'Cleo', familyName: 'Stone' } as const;

test('a partner-support worker adds a family of their area and holds it; a lead adds one that nobody holds yet', () => {
	const { context, areaId, worker, lead } = town();
	const own = addFamily(context, worker, { areaId, reference: 'F-20' });
	const other = addFamily(context, lead, { areaId, reference: 'F-21' });
	if (!own.done || !other.done) throw new Error('refused');
	expect(findFamily(context.db, worker, own.value)).toMatchObject({ worker: 'Imani Clarke', members: 0 });
	expect(findFamily(context.db, worker, other.value)).toMatchObject({ worker: null });
	expect(addFamily(context, lead, { areaId, reference: ' f-20' })).toMatchObject({ code: 'reference-in-use' });
});

test('a family is added in one’s own areas only, and what it is called in another area is nobody’s business', () => {
	const { context, worker, lead } = town();
	const { areaId } = givenPlaces(context, 'Southfield');
	givenFamily(context, { areaId, by: lead, reference: 'F-30' });
	expect(addFamily(context, worker, { areaId, reference: 'F-31' })).toMatchObject({ code: 'unknown-area' });
	expect(addFamily(context, worker, { areaId: worker.areaIds[0]!, reference: 'F-30' })).toMatchObject({ done: true });
});

test.each(['sam', 'leila', 'hisCoordinator', 'herCoordinator'] as const)(
	'for %s there are no families at all',
	(who) => {
		const { context, areaId, familyId, adam, add, known, ...staff } = town();
		const as = staff[who];
		expect(add(known(adam.personId))).toMatchObject({ done: true });
		expect(findFamily(context.db, as, familyId)).toBeNull();
		expect(listFamilyMembers(context.db, as, familyId)).toEqual([]);
		expect(addFamily(context, as, { areaId, reference: 'F-99' })).toMatchObject({ code: 'not-found' });
		expect(add(CHILD, { as })).toMatchObject({ code: 'not-found' });
		const change = { familyId, version: 2, workerId: null };
		expect(setFamilyWorker(context, as, change)).toMatchObject({ code: 'not-found' });
		const member = { familyId, personId: adam.personId, version: 2 };
		expect(removeFamilyMember(context, as, member)).toMatchObject({ code: 'not-found' });
	},
);

test('people of both sides are added by their reference, and are the worker’s to read from then on', () => {
	const { context, worker, adam, bea, add, known, names } = town();
	expect(findPerson(context.db, worker, adam.personId)).toBeNull();
	expect(add(known(adam.personId))).toMatchObject({ done: true });
	expect(add(known(bea.personId, 'survivor'))).toMatchObject({ done: true });
	expect(names()).toEqual(['Adam Stone', 'Bea Stone']);
	expect(findPerson(context.db, worker, adam.personId)).toMatchObject({ name: 'Adam Stone' });
	expect(add(known(adam.personId))).toMatchObject({ code: 'member-already' });
	expect(add(known(bea.personId))).toMatchObject({ code: 'no-such-person' });
});

test('a worker names nobody of an area that is not theirs, as if there were nobody', () => {
	const { context, lead, add, known } = town();
	const elsewhere = givenCohort(context, {
		areaId: givenPlaces(context, 'Southfield').areaId,
		name: 'Southfield group',
	});
	const stranger = givenMember(context, elsewhere);
	expect(add(known(stranger.personId))).toEqual({
		...{ done: false, code: 'no-such-person' },
		details: { reference: `ref-${stranger.personId}` },
	});
	expect(add(known(stranger.personId), { as: lead })).toMatchObject({ done: true });
});

test('a worker adds somebody new, who has no cohort and is on the survivor side; a lead does not', () => {
	const { context, worker, lead, add, known } = town();
	expect(add(CHILD, { as: lead })).toMatchObject({ code: 'may-not-add-new' });
	const added = add(CHILD);
	if (!added.done) throw new Error(added.code);
	expect(findPerson(context.db, worker, added.value)).toMatchObject({ name: 'Cleo Stone', side: 'survivor' });
	expect(add({ ...CHILD, reference: 'f-901' })).toMatchObject({ code: 'reference-in-use' });
	expect(add(known('nobody'))).toMatchObject({ code: 'no-such-person' });
});

test('whom a worker added gets a first place by their reference from the coordinator of their side alone', () => {
	const { context, hers, his, herCoordinator, hisCoordinator, add } = town();
	context.db.$client
		.prepare("update sessions set starts_at = '2026-02-01T10:00:00Z' where cohort_id = ?")
		.run(hers.cohortId);
	context.db.$client
		.prepare("update sessions set starts_at = '2026-02-01T10:00:00Z' where cohort_id = ?")
		.run(his.cohortId);
	add(CHILD);
	const who = { kind: 'known', reference: 'F-901' } as const;
	expect(enrolPerson(context, hisCoordinator, { cohortId: his.cohortId, who })).toMatchObject({
		code: 'no-such-person',
	});
	expect(findPerson(context.db, herCoordinator, context.ids.next())).toBeNull();
	expect(enrolPerson(context, herCoordinator, { cohortId: hers.cohortId, who })).toMatchObject({ done: true });
});

test('how somebody belongs is changed and they are removed by the version that the page showed', () => {
	const { context, worker, familyId, adam, add, known } = town();
	add(known(adam.personId));
	const member = { familyId, personId: adam.personId };
	const stale = { ...member, version: 1 };
	expect(changeRelationship(context, worker, { ...stale, relationship: 'partner' })).toEqual({
		...{ done: false, code: 'changed-meanwhile', details: { version: 2 } },
	});
	expect(removeFamilyMember(context, worker, stale)).toMatchObject({ code: 'changed-meanwhile' });
	expect(changeRelationship(context, worker, { ...member, version: 2, relationship: 'partner' })).toMatchObject({
		done: true,
	});
	expect(listFamilyMembers(context.db, worker, familyId)).toMatchObject([{ relationship: 'partner' }]);
	expect(removeFamilyMember(context, worker, { ...member, version: 3 })).toMatchObject({ done: true });
	expect(listFamilyMembers(context.db, worker, familyId)).toEqual([]);
	expect(findPerson(context.db, worker, adam.personId)).toBeNull();
	expect(removeFamilyMember(context, worker, { ...member, version: 4 })).toMatchObject({ code: 'not-found' });
});

test('a family is held by an active partner-support worker of its area, and changing that needs the version', () => {
	const { context, worker, lead, sam, familyId, add } = town();
	const elsewhere = givenStaff(context, {
		...{ roles: ['partner-support'], areaIds: [givenPlaces(context, 'Southfield').areaId], sides: ['survivor'] },
	});
	const set = (workerId: typeof worker.staffId | null, version = 1) =>
		setFamilyWorker(context, lead, { familyId, version, workerId });
	expect(set(sam.staffId)).toMatchObject({ code: 'unknown-worker' });
	expect(set(elsewhere.staffId)).toMatchObject({ code: 'unknown-worker' });
	expect(set(worker.staffId)).toMatchObject({ done: true });
	expect(set(null)).toMatchObject({ code: 'changed-meanwhile' });
	expect(add(CHILD, { version: 1 })).toMatchObject({ code: 'changed-meanwhile' });
	expect(set(null, 2)).toMatchObject({ done: true });
	expect(findFamily(context.db, worker, familyId)).toMatchObject({ worker: null, version: 3 });
});
