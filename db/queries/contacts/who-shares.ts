import { and, asc, desc, eq, exists, inArray, isNull, ne, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { enrolments, nonAssociations, people, safeContacts, tasks } from '../../schema/index.ts';
import { inOrderOfNames, shownPerson, visiblePeople } from '../access/visible-people.ts';
import { areOneFamily } from './standing-contact.ts';

/** But for `listSharersOf` everything here is for the rule on who may read a message, whoever asks, never for a page. */

const [holder, other, own] = [
	alias(safeContacts, 'holder'),
	alias(people, 'other_person'),
	alias(people, 'own_person'),
];

/**
 * The condition that somebody else has the same address or number as the safe contact in the row: somebody of the other
 * side of a family, somebody whom they may not meet, or somebody at the same postcode, but for two of one side of one
 * family, as a mother and her child are. For her it counts for good what he ever gave; for him, what she has now.
 */
export function isShared(db: Db): SQL<boolean> {
	return sql<boolean>`${exists(selectHolders(db, safeContacts.personId, safeContacts.addressKey))}`.mapWith(Boolean);
}

/** Who else has this address or number, of those from whom this person has to be kept: for the rule, and for a lead’s task. */
export function listWhoShares(db: Db, personId: PersonId, addressKey: string) {
	return selectHolders(db, sql`${personId}`, sql`${addressKey}`).all();
}

/** The records that hold now and that somebody else may read: of this person, and of whoever has an address of theirs. */
export function listSharedAround(db: Db, personId: PersonId) {
	const theirs = alias(safeContacts, 'their_contact');
	const keys = db.select({ key: theirs.addressKey }).from(theirs).where(eq(theirs.personId, personId));
	return db
		.select({ id: safeContacts.id, personId: safeContacts.personId, address: safeContacts.address })
		.from(safeContacts)
		.where(and(isNull(safeContacts.supersededAt), inArray(safeContacts.addressKey, keys), isShared(db)))
		.orderBy(asc(safeContacts.id))
		.all();
}

/** The attempt to give this address for the person that was refused and that leads are not done with; null when there is none. */
export function findRefusedContact(db: Db, personId: PersonId, addressKey: string): SafeContactId | null {
	const { id, setAt, supersededAt } = safeContacts;
	const found = db
		.select({ id })
		.from(safeContacts)
		.leftJoin(tasks, eq(tasks.cause, sql`${SHARED} || ${id}`))
		.where(
			and(
				...[eq(safeContacts.personId, personId), eq(safeContacts.addressKey, addressKey), eq(supersededAt, setAt)],
				or(isNull(tasks.state), ne(tasks.state, 'done')),
			),
		)
		.get();
	return found?.id ?? null;
}

/** The cause of the task about a record that is shared. */
export function causeOfShared(id: SafeContactId): string {
	return `${SHARED}${id}`;
}
const SHARED = 'shared-contact:';

/** Who else has the address that a task of this cause is about, as far as the actor may read them; nobody for any other task. */
export function listSharersOf(db: Db, actor: Actor, cause: string) {
	if (!cause.startsWith(SHARED)) return [];
	const id = cause.slice(SHARED.length) as SafeContactId;
	const record = db.select().from(safeContacts).where(eq(safeContacts.id, id)).get();
	const sharers = record ? listWhoShares(db, record.personId, record.addressKey) : [];
	return db
		.select(shownPerson(db, actor))
		.from(people)
		.where(
			and(
				inArray(
					people.id,
					sharers.map(({ personId }) => personId),
				),
				visiblePeople(db, actor, 'read', 'person'),
			),
		)
		.orderBy(...inOrderOfNames(db, actor), asc(people.id))
		.all();
}

/** The place that somebody got last, to have a cohort by which a task is somebody’s; null for who has none. */
export function findLatestPlace(db: Db, personId: PersonId) {
	return (
		db
			.select({ cohortId: enrolments.cohortId, enrolmentId: enrolments.id })
			.from(enrolments)
			.where(eq(enrolments.personId, personId))
			.orderBy(desc(enrolments.enrolledOn), desc(enrolments.id))
			.limit(1)
			.get() ?? null
	);
}

function selectHolders(db: Db, personId: SQLWrapper, addressKey: SQLWrapper) {
	return db
		.selectDistinct({ personId: other.id })
		.from(holder)
		.innerJoin(other, eq(other.id, holder.personId))
		.innerJoin(own, eq(own.id, personId))
		.where(
			and(
				eq(holder.addressKey, addressKey),
				ne(holder.personId, personId),
				or(isNull(holder.supersededAt), sql`${other.side} = 'perpetrator' and ${own.side} = 'survivor'`),
				or(isOtherSideOfFamily(db), mayNotMeet(db), livesThere(db)),
			),
		);
}

function isOtherSideOfFamily(db: Db): SQL | undefined {
	const sides = sql`(${own.side}, ${other.side}) in (values ('perpetrator', 'survivor'), ('survivor', 'perpetrator'))`;
	return and(sides, areOneFamily(db, own.id, other.id));
}

function livesThere(db: Db): SQL | undefined {
	const isOneSide = sql`(${own.side} = ${other.side} and ${areOneFamily(db, own.id, other.id)})`;
	return and(eq(own.postcode, other.postcode), sql`not ${isOneSide}`);
}

function mayNotMeet(db: Db): SQL {
	const { personId, otherPersonId } = nonAssociations;
	const pair = or(
		and(eq(personId, own.id), eq(otherPersonId, other.id)),
		and(eq(personId, other.id), eq(otherPersonId, own.id)),
	);
	return exists(
		db
			.select({ one: sql`1` })
			.from(nonAssociations)
			.where(and(pair, isNull(nonAssociations.endedAt))),
	);
}
