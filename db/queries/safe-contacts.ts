import { and, desc, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access } from '#app/domain/access/policy.ts';
import type { SafeContact } from '#app/domain/people/safe-contact.ts';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { people, safeContacts, staff } from '../schema/index.ts';
import { mayBeReached, shownPerson, visiblePeople } from './access/visible-people.ts';
import { holdsFor } from './contacts/standing-contact.ts';
import { isShared } from './contacts/who-shares.ts';

export type PersonContact = NonNullable<ReturnType<typeof findPersonContact>>;

/**
 * A person of a cohort whose safe contacts the actor may read (or, when asked so, write), with the record that holds now
 * and who set it; null when there is no such person for them, or a restriction keeps their name from the actor.
 */
export function findPersonContact(db: Db, actor: Actor, personId: PersonId, may: Access = 'read') {
	const found = db
		.select({
			person: shownPerson(db, actor),
			side: people.side,
			record: safeContacts,
			setBy: staff.name,
			isShared: isShared(db),
		})
		.from(people)
		.leftJoin(safeContacts, holdsFor(people.id))
		.leftJoin(staff, eq(staff.id, safeContacts.setBy))
		.where(and(eq(people.id, personId), visiblePeople(db, actor, may, 'safe-contact'), mayBeReached(db, actor)))
		.get();
	if (!found) return null;
	const { person, record, setBy, ...rest } = found;
	const held = record && { ...toSafeContact(record), setAt: record.setAt, setBy, setById: record.setBy };
	return { ...person, ...rest, contact: held };
}

/** The records that held before, the latest first. Ask for a person whose safe contacts the actor may read. */
export function listEndedContacts(db: Db, personId: PersonId) {
	const [setter, confirmer, ender] = [alias(staff, 'setter'), alias(staff, 'confirmer'), alias(staff, 'ender')];
	return db
		.select({ record: safeContacts, setBy: setter.name, confirmedBy: confirmer.name, endedBy: ender.name })
		.from(safeContacts)
		.innerJoin(setter, eq(setter.id, safeContacts.setBy))
		.leftJoin(confirmer, eq(confirmer.id, safeContacts.confirmedBy))
		.leftJoin(ender, eq(ender.id, safeContacts.endedBy))
		.where(and(eq(safeContacts.personId, personId), gt(safeContacts.supersededAt, safeContacts.setAt)))
		.orderBy(desc(safeContacts.supersededAt), desc(safeContacts.id))
		.all()
		.map(({ record, ...by }) => ({
			...{ ...by, contact: toSafeContact(record), setAt: record.setAt },
			endedAt: record.supersededAt!,
		}));
}

/** Whether this is a record of the person that held once. Ask for a person whose safe contacts the actor may read. */
export function hasEnded(db: Db, personId: PersonId, id: SafeContactId): boolean {
	const ended = and(eq(safeContacts.id, id), eq(safeContacts.personId, personId), isNotNull(safeContacts.supersededAt));
	return db.select({ id: safeContacts.id }).from(safeContacts).where(ended).get() !== undefined;
}

/**
 * The safe contacts that hold now of these people, of whom the actor may read one and know the name, and whether somebody
 * else may read them: one read for all. Ask `mayRing` before any of it is shown.
 */
export function listContactsOf(db: Db, actor: Actor, personIds: readonly PersonId[]) {
	if (personIds.length === 0) return [];
	return db
		.select({ personId: people.id, record: safeContacts, isShared: isShared(db) })
		.from(people)
		.innerJoin(safeContacts, holdsFor(people.id))
		.where(
			and(
				inArray(people.id, [...personIds]),
				visiblePeople(db, actor, 'read', 'safe-contact'),
				mayBeReached(db, actor),
			),
		)
		.all()
		.map(({ record, ...rest }) => ({ ...rest, contact: toSafeContact(record) }));
}

/** A row of the table as the domain speaks of it. */
export function toSafeContact(row: typeof safeContacts.$inferSelect): SafeContact {
	const { id, channel, address, safeFrom, safeUntil, reviewBy } = row;
	const { mayLeaveVoicemail, mayNameOrganisation, withholdsNumber, codeWord, language } = row;
	const kept = row.safeDays.split(' ');
	return {
		...{ id, channel, address, safeFrom, safeUntil, reviewBy },
		...{ mayLeaveVoicemail, mayNameOrganisation, withholdsNumber, codeWord, language },
		safeDays: WEEKDAYS.filter((day) => kept.includes(day)),
		isConfirmed: !row.needsSecondPerson || row.confirmedAt !== null,
		failingSince: row.failingSince,
	};
}
