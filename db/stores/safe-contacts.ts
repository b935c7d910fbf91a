import { and, eq, isNull } from 'drizzle-orm';
import type { SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { safeContacts } from '../schema/index.ts';

type NewSafeContact = SafeContactDraft & Pick<typeof safeContacts.$inferInsert, 'id' | 'personId' | 'setBy' | 'setAt'>;

/** Keeps a new record; end the one before in the same transaction. */
export function insertSafeContact(db: Db, { safeDays, ...contact }: NewSafeContact): void {
	db.insert(safeContacts)
		.values({ ...contact, safeDays: safeDays.join(' ') })
		.run();
}

/** Ends the record that holds for this person, if there is one. */
export function endSafeContact(db: Db, personId: PersonId, now: Instant): void {
	db.update(safeContacts)
		.set({ supersededAt: now })
		.where(and(eq(safeContacts.personId, personId), isNull(safeContacts.supersededAt)))
		.run();
}
