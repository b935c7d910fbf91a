import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { parseSendingRefusal, type SendingRefusal } from '#app/domain/reminders/may-we-send.ts';
import { REFUSAL_SENTENCES } from '#app/domain/reminders/reason-sentences.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { listBlockedMessages, listBlockedTasks } from '#db/queries/contacts/blocked-messages.ts';
import type { PlannedOf } from '#db/queries/messages/planned-of.ts';
import { tellOfSharedContact } from '../people/tell-of-shared-contact.ts';
import { closeTask, openTask } from '../tasks/open-task.ts';

/**
 * Keeps one open task for each message that is blocked, on the desk of its team, and closes those whose message may leave
 * or has had its time: a blocked message is never silence (domain rules §8.2). Leads are told of a shared address, too; for
 * words that nobody approved they have a task of their own, and the team has one once the message should have left.
 * Inside the transaction in which messages were judged.
 */
export function keepBlockedTasks(context: AppContext, tx: Db, of: PlannedOf): void {
	const blocked = listBlockedMessages(tx, of, context.clock.now());
	const causes = new Set(blocked.map(({ cause }) => cause));
	for (const message of blocked) {
		if (message.taskState === null || message.taskState === 'closed') openFor(context, tx, message);
	}
	for (const shared of sharedContactsOf(blocked)) tellOfSharedContact(context, tx, CLOCK, shared);
	for (const task of listBlockedTasks(tx, of)) {
		if (!causes.has(task.cause)) closeTask(context, tx, CLOCK, task, 'may-leave');
	}
}

type Blocked = ReturnType<typeof listBlockedMessages>[number];

/** The records that block a message because somebody else may read them, each once, whatever became of the team's task. */
function sharedContactsOf(blocked: readonly Blocked[]) {
	const shared = blocked.flatMap(({ reason, contact, personId }) =>
		reason === SHARED && contact ? [{ ...contact, personId }] : [],
	);
	return new Map(shared.map((one) => [one.id, one])).values();
}

const SHARED: SendingRefusal = 'contact-needs-checking';

function openFor(context: AppContext, tx: Db, { cause, reason, useBy, ...about }: Blocked): void {
	const { cohortId, enrolmentId, sessionId } = about;
	const refusal = parseSendingRefusal(reason);
	const isDueToday = dayOf(useBy) <= dayOf(context.clock.now());
	openTask(context, tx, CLOCK, {
		...{ kind: 'message-blocked', cause, about: { cohortId, enrolmentId, sessionId } },
		words: refusal && REFUSAL_SENTENCES[refusal],
		...(isDueToday && { withinDays: 0 }),
	});
}
