import { and, eq, isNull } from 'drizzle-orm';
import { contactKey } from '#app/domain/people/contact-address.ts';
import type { SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import type { PersonId, SafeContactId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { safeContacts } from '../schema/index.ts';

type Row = typeof safeContacts.$inferInsert;
type NewSafeContact = SafeContactDraft &
	Pick<Row, 'id' | 'personId' | 'setBy' | 'setAt' | 'needsSecondPerson' | 'supersededAt' | 'endedBy'>;

/** Keeps a new record; end the one before in the same transaction. */
export function insertSafeContact(db: Db, { safeDays, ...contact }: NewSafeContact): void {
	const addressKey = contactKey(contact.address);
	db.insert(safeContacts)
		.values({ ...contact, addressKey, safeDays: safeDays.join(' ') })
		.run();
}

/** Ends the record that holds for this person, if there is one. */
export function endSafeContact(db: Db, personId: PersonId, endedBy: StaffId | null, now: Instant): void {
	db.update(safeContacts)
		.set({ supersededAt: now, endedBy })
		.where(and(eq(safeContacts.personId, personId), isNull(safeContacts.supersededAt)))
		.run();
}

/** Keeps that what is sent by this record does not arrive; false when it is known, or the record holds no more. */
export function markFailing(db: Db, id: SafeContactId, now: Instant): boolean {
	const holds = and(eq(safeContacts.id, id), isNull(safeContacts.supersededAt), isNull(safeContacts.failingSince));
	return db.update(safeContacts).set({ failingSince: now }).where(holds).run().changes === 1;
}

/** Keeps that a second person confirmed the record. */
export function confirmSafeContact(db: Db, id: SafeContactId, confirmedBy: StaffId, now: Instant): void {
	db.update(safeContacts).set({ confirmedBy, confirmedAt: now }).where(eq(safeContacts.id, id)).run();
}
