import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { checkConfirmation } from '#app/domain/people/safe-contact.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { confirmSafeContact as confirmRecord } from '#db/stores/safe-contacts.ts';
import { audited } from '../audit/audited.ts';
import { replan } from '../reminders/replan.ts';

/**
 * Confirms a safe contact as the second person: from then on messages leave by it. Refused for whoever set it, and when it
 * is not the record that the page showed (safety.md §3).
 */
export function confirmSafeContact(
	context: AppContext,
	actor: StaffActor,
	{ personId, confirms }: { readonly personId: PersonId; readonly confirms: SafeContactId },
): Outcome<undefined, 'not-found' | 'changed-meanwhile' | 'already-confirmed' | 'own-record'> {
	const record = ['person', personId] as const;
	return audited(context, { actor, action: 'safe-contact-confirmed', record }, (tx, tell) => {
		const person = findPersonContact(tx, actor, personId, 'write');
		if (!person) return refused('not-found');
		tell({ people: [personId] });
		const { contact } = person;
		if (contact?.id !== confirms) return refused('changed-meanwhile');
		const checked = checkConfirmation(contact, actor.staffId);
		if (!checked.done) return checked;
		confirmRecord(tx, contact.id, actor.staffId, context.clock.now());
		replan(context, tx, { personId });
		return done();
	});
}
