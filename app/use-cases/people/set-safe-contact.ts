import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type ContactRefusal, checkSafeContact, type SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { inTransaction } from '#db/client.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { endSafeContact, insertSafeContact } from '#db/stores/safe-contacts.ts';

export type NewSafeContact = {
	readonly personId: PersonId;
	/** The record that the page showed; null when it showed none. */
	readonly replaces: SafeContactId | null;
	readonly draft: SafeContactDraft;
};

/**
 * Puts a new safe-contact record in the place of the one before, which is kept. Messages that wait are judged by the new
 * one when they leave, so that nothing more goes to an old address. Refused when a colleague changed it meanwhile.
 */
export function setSafeContact(
	{ db, clock, ids }: AppContext,
	actor: Actor,
	{ personId, replaces, draft }: NewSafeContact,
): Outcome<undefined, ContactRefusal | 'not-found' | 'changed-meanwhile'> {
	if (actor.kind !== 'staff') return refused('not-found');
	const now = clock.now();
	return inTransaction(db, (tx) => {
		const person = findPersonContact(tx, actor, personId, 'write');
		if (!person) return refused('not-found');
		if ((person.contact?.id ?? null) !== replaces) return refused('changed-meanwhile');
		const checked = checkSafeContact(draft, dayOf(now));
		if (!checked.done) return checked;
		endSafeContact(tx, personId, now);
		const id = ids.next<SafeContactId>();
		insertSafeContact(tx, { ...checked.value, id, personId, setBy: actor.staffId, setAt: now });
		return done();
	});
}
