import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Postcode } from '#app/domain/people/postcode.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { addFamilyMember } from '#app/use-cases/families/add-family-member.ts';
import { removeFamilyMember } from '#app/use-cases/families/change-family-member.ts';
import { setNonAssociation } from '#app/use-cases/families/set-non-association.ts';
import { setPostcode } from '#app/use-cases/people/set-postcode.ts';
import { findFamily } from '#db/queries/families/families.ts';
import { listOpenTasks } from '#db/queries/tasks/tasks.ts';
import * as schema from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { givenFamily, givenTwoSides } from '#tests/support/families.ts';
import { givenMember } from '#tests/support/world.ts';
import { givenContact, outboxOf } from '../reminders/given.ts';

const POSTCODE = 'NR1 3QG' as Postcode;

/** Adam and Bea with one address, of whom nobody knows that they have to be kept apart; messages to both wait to leave. */
function givenOneAddress() {
	const context = testContext({ now: '2026-01-09T12:00:00Z' });
	const world = givenTwoSides(context);
	const { adam, bea, sam, leila, worker, lead } = world;
	givenContact(context, sam, adam.personId, { address: 'both@example.org' });
	givenContact(context, leila, bea.personId, { address: 'both@example.org' }, worker);
	const told = () => listOpenTasks(context.db, lead, { own: true }).filter(({ kind }) => kind === 'shared-contact');
	const reasons = () => new Set(outboxOf(context).map(({ state, reason }) => reason ?? state));
	expect([told(), reasons()]).toEqual([[], new Set(['queued'])]);
	const expectBoth = (...people: readonly PersonId[]) => {
		const ids = told().map(({ personId }) => personId);
		expect(ids.toSorted()).toEqual(people.toSorted());
	};
	const reference = (personId: PersonId) =>
		context.db.select().from(schema.people).where(eq(schema.people.id, personId)).get()!.reference;
	const setAt = (personId: PersonId, postcode: Postcode | null) =>
		context.db.update(schema.people).set({ postcode }).where(eq(schema.people.id, personId)).run();
	return { context, expectBoth, reasons, reference, setAt, ...world };
}

const BLOCKED = new Set(['contact-needs-checking']);

test('leads are told at once when two with one address come to be of one family, and nothing leaves to either', () => {
	const { context, areaId, worker, adam, bea, reference, expectBoth, reasons } = givenOneAddress();
	const familyId = givenFamily(context, { areaId, by: worker, members: [[bea.personId, 'mother']] });
	const { version } = findFamily(context.db, worker, familyId, 'write')!;
	const who = { kind: 'known', side: 'perpetrator', reference: reference(adam.personId) } as const;
	const joining = { familyId, version, relationship: 'father', who } as const;
	expect(addFamilyMember(context, worker, joining)).toMatchObject({ done: true });
	expectBoth(adam.personId, bea.personId);
	expect(reasons()).toEqual(BLOCKED);
});

test('they are told when two with one address may not meet any more', () => {
	const { context, lead, adam, bea, reference, expectBoth, reasons } = givenOneAddress();
	const other = { side: 'survivor', reference: reference(bea.personId) } as const;
	const set = setNonAssociation(context, lead, { personId: adam.personId, other, reason: 'Court order' });
	expect(set).toMatchObject({ done: true });
	expectBoth(adam.personId, bea.personId);
	expect(reasons()).toEqual(BLOCKED);
});

test('they are told when somebody comes to live where somebody with the same address lives', () => {
	const { context, hisCoordinator, adam, bea, setAt, expectBoth, reasons } = givenOneAddress();
	setAt(bea.personId, POSTCODE);
	const moved = { personId: adam.personId, version: 1, postcode: POSTCODE };
	expect(setPostcode(context, hisCoordinator, moved)).toMatchObject({ done: true });
	expectBoth(adam.personId, bea.personId);
	expect(reasons()).toEqual(BLOCKED);
});

test('they are told when a mother and a child with one number are one family no more', () => {
	const { context, areaId, worker, leila, bea, hers, setAt, expectBoth } = givenOneAddress();
	const child = givenMember(context, hers, { programmeSlug: 'inspiring-families-non-abusing' });
	const members = [
		[bea.personId, 'mother'],
		[child.personId, 'child'],
	] as const;
	const familyId = givenFamily(context, { areaId, by: worker, members });
	setAt(bea.personId, POSTCODE);
	setAt(child.personId, POSTCODE);
	givenContact(context, leila, child.personId, { address: 'both@example.org' }, worker);
	expectBoth();
	const { version } = findFamily(context.db, worker, familyId, 'write')!;
	expect(removeFamilyMember(context, worker, { familyId, personId: child.personId, version })).toMatchObject({
		done: true,
	});
	expectBoth(bea.personId, child.personId);
});

test('nobody is told of a change that makes nobody share', () => {
	const { context, hisCoordinator, adam, expectBoth, reasons } = givenOneAddress();
	setPostcode(context, hisCoordinator, { personId: adam.personId, version: 1, postcode: POSTCODE });
	expectBoth();
	expect(reasons()).toEqual(new Set(['queued']));
});
