import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Actor, OPERATOR } from '#app/domain/access/actor.ts';
import type { Access, AccessTarget } from '#app/domain/access/policy.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import {
	inOrderOfNames,
	mayBeNamed,
	shownPerson,
	visibleByPerson,
	visiblePeople,
} from '#db/queries/access/visible-people.ts';
import { people, restrictedPeople, restrictedReaders } from '#db/schema/index.ts';
import { givenTwoSides, restrict, somebody, type TwoSides } from './given.ts';

/** Whom the actor sees, by the word that stands for each in these tests. */
function seen(world: TwoSides, actor: Actor, may: Access = 'read', what: AccessTarget = 'person'): string {
	const { db } = world.context;
	const rows = db
		.select({ id: people.id })
		.from(people)
		.where(visiblePeople(db, actor, may, what))
		.all();
	const found = Object.entries(world.people).filter(([, personId]) => rows.some(({ id }) => id === personId));
	return found.map(([name]) => name).join(' ');
}

/** What the actor is shown of everybody whom they see, in the order of the list. */
function list(world: TwoSides, actor: Actor): string[] {
	const { db } = world.context;
	return db
		.select(shownPerson(db, actor))
		.from(people)
		.where(visiblePeople(db, actor, 'read', 'person'))
		.orderBy(...inOrderOfNames(db, actor))
		.all()
		.map(({ filedName, name, reference }) => (name === reference ? `= ${filedName}` : `${filedName} / ${name}`));
}

const ref = (personId: PersonId) => `= REF-${personId}`;
const isSeenBy = (world: TwoSides, actor: Actor, personId: PersonId) => {
	const { db } = world.context;
	const named = db
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.id, personId), mayBeNamed(db, actor)))
		.get();
	return named !== undefined;
};

test('somebody is seen through a cohort that they joined, by whoever may see that of the cohort', () => {
	const world = givenTwoSides();
	expect(seen(world, world.sam)).toBe('him restricted alone');
	expect(seen(world, world.noor)).toBe('her');
	expect(seen(world, somebody(world, 'coordinator'), 'write')).toBe('him restricted alone');
	expect(seen(world, somebody(world, 'coordinator', { areaIds: [world.areas.south] }))).toBe('farAway');
	expect(seen(world, somebody(world, 'read-only'))).toBe('him restricted alone');
	expect(seen(world, somebody(world, 'read-only'), 'read', 'person.name')).toBe('');
	expect(seen(world, somebody(world, 'administrator'))).toBe('');
	expect(seen(world, somebody(world, 'lead'))).toBe('him her restricted alone farAway nowhere');
	expect(seen(world, somebody(world, 'lead'), 'write', 'safe-contact')).toBe('');
	expect(seen(world, OPERATOR, 'write', 'safe-contact')).toBe('him her restricted alone farAway nowhere');
});

test('a partner-support worker sees both sides of the families of their areas, and changes the survivors alone', () => {
	const world = givenTwoSides();
	const worker = somebody(world, 'partner-support', { sides: ['survivor'] });
	expect(seen(world, worker)).toBe('him her nowhere');
	expect(seen(world, worker, 'read', 'person.name')).toBe('him her nowhere');
	expect(seen(world, worker, 'write')).toBe('her nowhere');
	expect(seen(world, worker, 'write', 'safe-contact')).toBe('her nowhere');
	const elsewhere = somebody(world, 'partner-support', { areaIds: [world.areas.south], sides: ['survivor'] });
	expect(seen(world, elsewhere)).toBe('');
	expect(seen(world, elsewhere, 'write', 'safe-contact')).toBe('');
	const withoutSide = somebody(world, 'partner-support', { sides: [] });
	expect([seen(world, withoutSide), seen(world, withoutSide, 'write')]).toEqual(['him her nowhere', 'her nowhere']);
});

test('an opened record is seen by who opened it, and nobody else’s', () => {
	const world = givenTwoSides();
	const { him, alone } = world.people;
	expect(seen(world, somebody(world, 'facilitator', { opened: [him, alone] }))).toBe('him alone');
	expect(seen(world, somebody(world, 'facilitator', { opened: [him] }), 'write', 'safe-contact')).toBe('');
	expect(seen(world, somebody(world, 'facilitator'))).toBe('');
	expect(seen(world, somebody(world, 'administrator', { opened: [him] }))).toBe('');
});

test('to see somebody through themself is asked only where the policy grants such a way at all', () => {
	const world = givenTwoSides();
	const { db } = world.context;
	expect(visibleByPerson(db, OPERATOR, 'read', 'person')).toBeNull();
	expect(visibleByPerson(db, world.sam, 'read', 'exit.date')).toBeNull();
	expect(visibleByPerson(db, somebody(world, 'facilitator'), 'read', 'person')).toBeNull();
	expect(visibleByPerson(db, somebody(world, 'read-only'), 'read', 'person')).toBeNull();
	expect(visibleByPerson(db, somebody(world, 'observer'), 'read', 'person')).toBeNull();
	expect(visibleByPerson(db, somebody(world, 'lead'), 'read', 'person.name')).not.toBeNull();
	expect(visibleByPerson(db, somebody(world, 'partner-support'), 'read', 'exit.date')).not.toBeNull();
	const through = (actor: Actor) =>
		db
			.select({ id: people.id })
			.from(people)
			.where(visibleByPerson(db, actor, 'read', 'person')!)
			.all()
			.map(({ id }) => id);
	const worker = somebody(world, 'partner-support', { sides: ['survivor'] });
	expect(through(worker).toSorted()).toEqual([world.people.him, world.people.her, world.people.nowhere].toSorted());
	expect(through(somebody(world, 'facilitator', { opened: [world.people.alone] }))).toEqual([world.people.alone]);
	expect(through(somebody(world, 'lead')).length).toBe(6);
});

test('names are shown to whom the policy grants them; the reference stands in their place, in the list’s order too', () => {
	const world = givenTwoSides();
	const { restricted, him, alone } = world.people;
	expect(list(world, world.sam)).toEqual(['Marlow, Tom / Tom Marlow', ref(restricted), 'Zander, Aziz / Aziz Zander']);
	expect(list(world, somebody(world, 'read-only'))).toEqual([ref(him), ref(restricted), ref(alone)].toSorted());
	expect(list(world, OPERATOR)).toEqual([
		...['Able, Zora / Zora Able', 'Far, Ed / Ed Far', 'Marlow, Mia / Mia Marlow', 'Marlow, Tom / Tom Marlow'],
		...['Yes, Una / Una Yes', 'Zander, Aziz / Aziz Zander'],
	]);
	const worker = somebody(world, 'partner-support', { sides: ['survivor'] });
	expect(list(world, worker)).toEqual(['Marlow, Mia / Mia Marlow', 'Marlow, Tom / Tom Marlow', 'Yes, Una / Una Yes']);
});

test('two who are shown by reference stand in the order of their references, whatever their names', () => {
	const world = givenTwoSides();
	const { db } = world.context;
	db.update(people).set({ familyName: 'Same', givenName: 'B' }).where(eq(people.id, world.people.him)).run();
	db.update(people).set({ familyName: 'Same', givenName: 'A' }).where(eq(people.id, world.people.alone)).run();
	restrict(world.context, world.people.him, world.sam);
	const { him, restricted } = world.people;
	expect(list(world, world.sam)).toEqual([...[ref(him), ref(restricted)].toSorted(), 'Same, A / A Same']);
	db.update(people)
		.set({ familyName: `REF-${him}`, givenName: '' })
		.where(eq(people.id, world.people.alone))
		.run();
	// A given name orders nobody whose names are not shown.
	expect(list(world, world.sam)[0]).toBe(ref(him));
});

test('a restriction keeps the names from everybody but its readers, a lead as much as a facilitator', () => {
	const world = givenTwoSides();
	const { db } = world.context;
	const { restricted, him } = world.people;
	const [reader, lead] = [somebody(world, 'lead'), somebody(world, 'lead')];
	db.insert(restrictedReaders).values({ personId: restricted, staffId: reader.staffId }).run();
	expect(isSeenBy(world, reader, restricted)).toBe(true);
	expect(isSeenBy(world, lead, restricted)).toBe(false);
	expect(isSeenBy(world, lead, him)).toBe(true);
	expect(isSeenBy(world, world.sam, restricted)).toBe(false);
	expect(isSeenBy(world, OPERATOR, restricted)).toBe(true);
	restrict(world.context, him, world.sam, [lead]);
	expect([isSeenBy(world, lead, him), isSeenBy(world, lead, restricted)]).toEqual([true, false]);
	db.delete(restrictedReaders).run();
	db.delete(restrictedPeople).run();
	expect([isSeenBy(world, lead, restricted), isSeenBy(world, world.sam, restricted)]).toEqual([true, true]);
});

test('an opened record shows its names, restricted or not, and no other record’s', () => {
	const world = givenTwoSides();
	const { restricted, him } = world.people;
	restrict(world.context, him, world.sam);
	const opening = somebody(world, 'facilitator', { opened: [restricted] });
	expect(isSeenBy(world, opening, restricted)).toBe(true);
	expect(isSeenBy(world, opening, him)).toBe(false);
	expect(list(world, opening)).toEqual(['Able, Zora / Zora Able']);
});

test('where only some ways to stand to people grant their names, each is asked: by the cohort or by the person', () => {
	const world = givenTwoSides();
	const { him, alone, her } = world.people;
	// Reads his cohort by reference, and one record of it that was opened by name.
	const both = somebody(world, 'read-only', { roles: ['read-only', 'facilitator'], opened: [him] });
	expect(list(world, both)).toEqual([
		'Marlow, Tom / Tom Marlow',
		...[ref(world.people.restricted), ref(alone)].toSorted(),
	]);
	expect([isSeenBy(world, both, him), isSeenBy(world, both, alone), isSeenBy(world, both, her)]).toEqual([
		...[true, false, false],
	]);
	// Who sees nobody at all is shown nobody’s names.
	expect(isSeenBy(world, somebody(world, 'administrator'), him)).toBe(false);
	const observer = somebody(world, 'observer');
	expect([isSeenBy(world, observer, him), isSeenBy(world, observer, her)]).toEqual([false, false]);
});
