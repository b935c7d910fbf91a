import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { contactKey } from '#app/domain/people/contact-address.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { causeOfShared, findLatestPlace, listWhoShares } from '#db/queries/contacts/who-shares.ts';
import { openTask } from '../tasks/open-task.ts';

/** Of whom it is, the page of the task says, to who may read them. */
const WORDS =
	'The address or number given for this person is also somebody else’s, from whom they are kept. Nothing is sent there. Find out with each of them, and apart, how they can be reached.';

type Shared = { readonly id: SafeContactId; readonly personId: PersonId; readonly address: string };

/**
 * Opens a task for the leads, who know both sides, about an address that somebody else may read: one for each record.
 * Inside the transaction in which it was found. Somebody who has no place is sent nothing, and has no task.
 */
export function tellOfSharedContact(
	context: AppContext,
	tx: Db,
	actor: Actor,
	{ id, personId, address }: Shared,
): void {
	const place = findLatestPlace(tx, personId);
	const others = listWhoShares(tx, personId, contactKey(address));
	if (!place || others.length === 0) return;
	openTask(context, tx, actor, { kind: 'shared-contact', cause: causeOfShared(id), about: place, words: WORDS });
}
