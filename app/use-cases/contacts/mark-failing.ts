import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import type { PersonId, SafeContactId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { findLatestPlace } from '#db/queries/contacts/who-shares.ts';
import { markFailing } from '#db/stores/safe-contacts.ts';
import { replan } from '../reminders/replan.ts';
import { openTask } from '../tasks/open-task.ts';

const WORDS =
	'What was sent to the address or number that is held for this person did not arrive for good. Nothing more is sent there. Agree with them, in a way that is safe, how they are reached now.';

/**
 * Marks that what is sent by this record does not arrive for good: nothing more leaves by it, and the team has a task, once
 * for each record. Inside the transaction in which it was learnt. Nothing for a record that holds no more, or that is
 * marked already; false then.
 */
export function markContactFailing(
	context: AppContext,
	tx: Db,
	{ contactId, personId }: { readonly contactId: SafeContactId; readonly personId: PersonId },
): boolean {
	if (!markFailing(tx, contactId, context.clock.now())) return false;
	const about = findLatestPlace(tx, personId);
	const cause = causeOfFailing(contactId);
	if (about) openTask(context, tx, CLOCK, { kind: 'contact-failing', cause, about, words: WORDS });
	replan(context, tx, { personId });
	return true;
}

/** The cause of the task about a record by which nothing arrives. */
export function causeOfFailing(contactId: SafeContactId): string {
	return `contact-failing:${contactId}`;
}
