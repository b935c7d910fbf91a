import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type ContactRefusal, checkSafeContact, type SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { endSafeContact, insertSafeContact } from '#db/stores/safe-contacts.ts';
import { audited } from '../audit/audited.ts';

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
	context: AppContext,
	actor: Actor,
	{ personId, replaces, draft }: NewSafeContact,
): Outcome<undefined, ContactRefusal | 'not-found' | 'changed-meanwhile'> {
	const now = context.clock.now();
	const record = ['person', personId] as const;
	return audited(context, { actor, action: 'safe-contact-set', record }, (tx, tell) => {
		if (actor.kind !== 'staff') return refused('not-found');
		const person = findPersonContact(tx, actor, personId, 'write');
		if (!person) return refused('not-found');
		tell({ people: [personId] });
		if ((person.contact?.id ?? null) !== replaces) return refused('changed-meanwhile');
		const checked = checkSafeContact(draft, dayOf(now));
		if (!checked.done) return checked;
		endSafeContact(tx, personId, now);
		const id = context.ids.next<SafeContactId>();
		insertSafeContact(tx, { ...checked.value, id, personId, setBy: actor.staffId, setAt: now });
		return done();
	});
}
