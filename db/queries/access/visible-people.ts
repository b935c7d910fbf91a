import { and, type Column, eq, exists, inArray, type SQL, sql } from 'drizzle-orm';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import { type Access, type AccessTarget, grantedRelations, type Relation } from '#app/domain/access/policy.ts';
import type { Db } from '../../client.ts';
import {
	cohorts,
	enrolments,
	families,
	familyMembers,
	people,
	restrictedPeople,
	restrictedReaders,
} from '../../schema/index.ts';
import { anyOf, visibleCohorts } from '../visible-cohorts.ts';

/**
 * The condition that leaves only people of whom the actor may read or write this: through a cohort that they joined, a
 * family of theirs, or a record that was opened by breaking the glass.
 */
export function visiblePeople(db: Db, actor: Actor, may: Access, target: AccessTarget): SQL {
	if (actor.kind === 'operator') return sql`1`;
	const byCohort = exists(
		db
			.select({ one: sql`1` })
			.from(enrolments)
			.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
			.where(and(eq(enrolments.personId, people.id), visibleCohorts(db, actor, may, target))),
	);
	return anyOf([byCohort, visibleByPerson(db, actor, may, target)]);
}

/** As `visiblePeople`, but only through the person themself; null when no such relation is granted. */
export function visibleByPerson(db: Db, actor: Actor, may: Access, target: AccessTarget): SQL | null {
	if (actor.kind === 'operator') return null;
	const granted = grantedRelations(actor, may, target).map((relation) => standingToPerson(db, actor, relation));
	const conditions = granted.filter((condition) => condition !== null);
	return conditions.length > 0 ? anyOf(conditions) : null;
}

/**
 * What of a person every list and page shows: the reference, and the name where the policy grants it and no restriction
 * keeps it; the reference stands in its place otherwise. Masked here, so that no template can forget it.
 */
export function shownPerson(db: Db, actor: Actor) {
	const named = mayBeNamed(db, actor);
	return {
		personId: people.id,
		reference: people.reference,
		name: sql<string>`case when ${named} then ${people.givenName} || ' ' || ${people.familyName} else ${people.reference} end`,
		/** As lists file it, family name first. */
		filedName: sql<string>`case when ${named} then ${people.familyName} || ', ' || ${people.givenName} else ${people.reference} end`,
	};
}

/**
 * The same words where somebody may be told of a person whom they may not read, as a partner-support worker is of every man:
 * the name only of who is theirs to read. Null without a person.
 */
export function shownWhereSeen(db: Db, actor: Actor) {
	const named = and(visiblePeople(db, actor, 'read', 'person.name'), mayBeNamed(db, actor));
	return sql<
		string | null
	>`case when ${named} then ${people.givenName} || ' ' || ${people.familyName} else ${people.reference} end`;
}

/** The order of a list of people: by what each line shows, so that the place in the list tells no name. */
export function inOrderOfNames(db: Db, actor: Actor): SQL[] {
	const named = mayBeNamed(db, actor);
	return [
		sql`case when ${named} then ${people.familyName} else ${people.reference} end`,
		sql`case when ${named} then ${people.givenName} else '' end`,
	];
}

/** Whether the actor may be shown the person's name: granted by the policy, and not kept by a restriction. */
export function mayBeNamed(db: Db, actor: Actor): SQL {
	if (actor.kind === 'operator') return sql`1`;
	return and(namedByPolicy(db, actor), unrestricted(db, actor)) ?? sql`0`;
}

/**
 * What somebody wrote of the person, in a query that joins `people`: words may name whom a restriction keeps, so that they
 * are shown to who wrote them and to who may be shown the name; null otherwise.
 */
export function wordsShown(db: Db, actor: Actor, { words, by }: { readonly words: Column; readonly by: Column }) {
	const isOwn = actor.kind === 'staff' ? sql`${by} = ${actor.staffId}` : sql`1`;
	return sql<string | null>`case when ${isOwn} or ${mayBeNamed(db, actor)} then ${words} end`;
}

/**
 * Whether the actor may be shown how to reach the person, where they may see such a record at all: an opened record shows
 * a name and never how to reach anybody. Every query on contacts, on where a message went, and on postcodes asks this.
 */
export function mayBeReached(db: Db, actor: Actor): SQL {
	return actor.kind === 'operator' ? sql`1` : mayBeNamed(db, { ...actor, opened: [] });
}

/**
 * Where every relation that shows a person at all shows their name too, nothing has to be asked of
 * the row; where none does, either.
 */
function namedByPolicy(db: Db, actor: StaffActor): SQL {
	const shown = grantedRelations(actor, 'read', 'person.reference');
	const named = grantedRelations(actor, 'read', 'person.name');
	if (named.length === 0) return sql`0`;
	return shown.every((relation) => named.includes(relation)) ? sql`1` : visiblePeople(db, actor, 'read', 'person.name');
}

/** No restriction, or one that names the actor as a reader; an opened record shows its name. */
function unrestricted(db: Db, actor: StaffActor): SQL {
	const isRestricted = exists(
		db.select({ one: sql`1` }).from(restrictedPeople).where(eq(restrictedPeople.personId, people.id)),
	);
	const isReader = exists(
		db
			.select({ one: sql`1` })
			.from(restrictedReaders)
			.where(and(eq(restrictedReaders.personId, people.id), eq(restrictedReaders.staffId, actor.staffId))),
	);
	return sql`(not ${isRestricted} or ${anyOf([isReader, isOpened(actor)])})`;
}

/** Null for a relation that nobody has to a person but through a cohort. */
function standingToPerson(db: Db, actor: StaffActor, relation: Relation): SQL | null {
	switch (relation) {
		case 'family':
			return isInOwnFamily(db, actor);
		case 'family-survivor':
			return and(eq(people.side, 'survivor'), isInOwnFamily(db, actor)) ?? null;
		case 'opened':
			return isOpened(actor);
		case 'organisation':
			return sql`1`;
		case 'team':
		case 'delivers':
		case 'area':
		case 'either-side':
		case 'observed':
		case 'self':
			return null;
	}
}

function isInOwnFamily(db: Db, { areaIds }: StaffActor): SQL {
	return exists(
		db
			.select({ one: sql`1` })
			.from(familyMembers)
			.innerJoin(families, eq(families.id, familyMembers.familyId))
			.where(and(eq(familyMembers.personId, people.id), inArray(families.areaId, [...areaIds]))),
	);
}

function isOpened({ opened }: StaffActor): SQL | null {
	return opened.length > 0 ? inArray(people.id, [...opened]) : null;
}
