import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findPersonContact, hasEnded } from '#db/queries/safe-contacts.ts';
import { endSafeContact as endRecord } from '#db/stores/safe-contacts.ts';
import { audited } from '../audit/audited.ts';
import { replan } from '../reminders/replan.ts';

/**
 * Ends a person's safe-contact record without another in its place: from then on no message leaves by itself. Refused when
 * the record that the page showed is not the one that holds. Asked for twice, it is ended once and answered the same.
 */
export function endSafeContact(
	context: AppContext,
	actor: Actor,
	{ personId, ends }: { readonly personId: PersonId; readonly ends: SafeContactId },
): Outcome<undefined, 'not-found' | 'changed-meanwhile'> {
	const record = ['person', personId] as const;
	return audited(context, { actor, action: 'safe-contact-ended', record }, (tx, tell) => {
		const person = findPersonContact(tx, actor, personId, 'write');
		if (!person) return refused('not-found');
		tell({ people: [personId] });
		if (person.contact === null && hasEnded(tx, personId, ends)) return done();
		if (person.contact?.id !== ends) return refused('changed-meanwhile');
		endRecord(tx, personId, actor.kind === 'staff' ? actor.staffId : null, context.clock.now());
		replan(context, tx, { personId });
		return done();
	});
}
