import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listSharedAround } from '#db/queries/contacts/who-shares.ts';
import { replan } from '../reminders/replan.ts';
import { tellOfSharedContact } from './tell-of-shared-contact.ts';

/**
 * Tells leads, and holds back what waits, where this person and somebody else have one address and have to be kept from
 * each other from now on: they came to be of two sides of a family, may not meet, or live at one postcode. Inside the
 * transaction by which they do (safety.md §3).
 */
export function tellOfNewSharing(context: AppContext, tx: Db, actor: Actor, personId: PersonId): void {
	for (const shared of listSharedAround(tx, personId)) {
		tellOfSharedContact(context, tx, actor, shared);
		replan(context, tx, { personId: shared.personId });
	}
}
