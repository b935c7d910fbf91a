import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access } from '#app/domain/access/policy.ts';
import type { SafeContact } from '#app/domain/people/safe-contact.ts';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { people, safeContacts, staff } from '../schema/index.ts';
import { mayBeReached, shownPerson, visiblePeople } from './access/visible-people.ts';

export type PersonContact = NonNullable<ReturnType<typeof findPersonContact>>;

/**
 * A person of a cohort whose safe contacts the actor may read (or, when asked so, write), with the record that holds now
 * and who set it; null when there is no such person for them, or a restriction keeps their name from the actor.
 */
export function findPersonContact(db: Db, actor: Actor, personId: PersonId, may: Access = 'read') {
	const found = db
		.select({ person: shownPerson(db, actor), record: safeContacts, setBy: staff.name })
		.from(people)
		.leftJoin(safeContacts, and(eq(safeContacts.personId, people.id), isNull(safeContacts.supersededAt)))
		.leftJoin(staff, eq(staff.id, safeContacts.setBy))
		.where(and(eq(people.id, personId), visiblePeople(db, actor, may, 'safe-contact'), mayBeReached(db, actor)))
		.get();
	if (!found) return null;
	const { person, record, setBy } = found;
	const held = record && { ...toSafeContact(record), setAt: record.setAt, setBy };
	return { ...person, contact: held };
}

/** The safe contacts that hold now of these people, of whom the actor may read one and know the name: one read for all. */
export function listContactsOf(db: Db, actor: Actor, personIds: readonly PersonId[]) {
	if (personIds.length === 0) return [];
	return db
		.select({ personId: people.id, record: safeContacts })
		.from(people)
		.innerJoin(safeContacts, and(eq(safeContacts.personId, people.id), isNull(safeContacts.supersededAt)))
		.where(
			and(
				inArray(people.id, [...personIds]),
				visiblePeople(db, actor, 'read', 'safe-contact'),
				mayBeReached(db, actor),
			),
		)
		.all()
		.map(({ personId, record }) => ({ personId, contact: toSafeContact(record) }));
}

/** A row of the table as the domain speaks of it. */
export function toSafeContact(row: typeof safeContacts.$inferSelect): SafeContact {
	const { id, channel, address, safeFrom, safeUntil, reviewBy } = row;
	const kept = row.safeDays.split(' ');
	return {
		id,
		channel,
		address,
		safeDays: WEEKDAYS.filter((day) => kept.includes(day)),
		safeFrom,
		safeUntil,
		reviewBy,
	};
}
