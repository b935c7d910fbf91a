import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { inTransaction } from '#db/client.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { endSafeContact as endRecord } from '#db/stores/safe-contacts.ts';

/** Ends a person's safe-contact record without another in its place: from then on no message leaves by itself. */
export function endSafeContact(
	{ db, clock }: AppContext,
	actor: Actor,
	{ personId }: { readonly personId: PersonId },
): Outcome<undefined, 'not-found'> {
	return inTransaction(db, (tx) => {
		if (!findPersonContact(tx, actor, personId, 'write')) return refused('not-found');
		endRecord(tx, personId, clock.now());
		return done();
	});
}
