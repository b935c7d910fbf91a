import { and, eq } from 'drizzle-orm';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { people, referrerContacts, referrers } from '../schema/index.ts';

export function insertPerson(db: Db, row: typeof people.$inferInsert): void {
	db.insert(people).values(row).run();
}

/** Changes the person if they still have this version; false when somebody else changed them first. */
export function updatePerson(
	db: Db,
	id: PersonId,
	version: number,
	change: Partial<typeof people.$inferInsert>,
): boolean {
	const { changes } = db
		.update(people)
		.set({ ...change, version: version + 1 })
		.where(and(eq(people.id, id), eq(people.version, version)))
		.run();
	return changes === 1;
}

/** Puts this referrer in the place of whoever stood there; call it in the transaction that has read the version before. */
export function putReferrer(db: Db, row: typeof referrers.$inferInsert): void {
	db.insert(referrers).values(row).onConflictDoUpdate({ target: referrers.enrolmentId, set: row }).run();
}

/** Adds a contact with a referrer; what was recorded before stays. */
export function insertReferrerContact(db: Db, row: typeof referrerContacts.$inferInsert): void {
	db.insert(referrerContacts).values(row).run();
}
