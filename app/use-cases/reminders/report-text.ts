import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import type { MessageState } from '#app/domain/reminders/message-states.ts';
import { afterReport, isNews, type TextDeliveryState } from '#app/domain/reminders/texts/text-delivery.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listCallsAbout } from '#db/queries/messages/calls.ts';
import { findTextDelivery } from '#db/queries/messages/text-deliveries.ts';
import { findMessageToJudge } from '#db/queries/reminder-facts.ts';
import { keepTextDelivery } from '#db/stores/messages/text-deliveries.ts';
import { updateMessage } from '#db/stores/outbox.ts';
import { audited } from '../audit/audited.ts';
import { markContactFailing } from '../contacts/mark-failing.ts';
import { momentOf } from './moment-of.ts';
import { replan } from './replan.ts';
import { closeUndelivered, tellOfUndelivered } from './tell-of-undelivered.ts';

/**
 * Keeps what the service that sends texts reports of one, by the id of its message. What did not arrive is shown as such;
 * where the number takes none at all its contact is marked. The team has a task either way, and no more once it arrived after
 * all. Nothing for an id that is unknown or of no text, and nothing new for what was reported before. Ask first whether
 * whoever reports may be believed.
 */
export function reportText(context: AppContext, id: MessageId, reported: TextDeliveryState): void {
	audited(context, { actor: CLOCK, action: 'text-reported', record: ['message', id] }, (tx, tell) => {
		const now = context.clock.now();
		const message = findMessageToJudge(tx, CLOCK, { id, ...momentOf(context) });
		if (!message || message.sentTo?.includes('@') || message.attempts === 0) return;
		if (!isNews(findTextDelivery(tx, id), reported) || isOfTryBefore(message, reported)) return;
		const { personId, safeContactId: contactId, sessionId, sentAt, handedOverAt } = message;
		tell({ people: [personId], details: { result: reported } });
		keepTextDelivery(tx, { messageId: id, state: reported, reportedAt: now });
		const change = wasSaid(tx, id) ? null : afterReport(message, reported);
		if (!change) return;
		const isSent = change.state === 'sent';
		const left = { leaseOwner: null, leasedUntil: null, ...(isSent && { sentAt: sentAt ?? handedOverAt ?? now }) };
		updateMessage(tx, message, { ...change, ...left });
		if (isSent) closeUndelivered(context, tx, id);
		if (reported === 'permanent-failure' && contactId) markContactFailing(context, tx, { contactId, personId });
		else if (change.reason) tellOfUndelivered(context, tx, message, change.reason);
		replan(context, tx, { sessionId });
	});
}

/** A failure of what is to be tried again, or waits for another reason: the report that counts is that of the next try. */
function isOfTryBefore({ state }: { readonly state: MessageState }, reported: TextDeliveryState): boolean {
	return reported !== 'delivered' && OPEN_STATES.some((open) => open === state);
}

/** Whether somebody told the person by telephone since: whatever becomes of a text before, they know. */
function wasSaid(tx: Db, id: MessageId): boolean {
	return listCallsAbout(tx, [id]).some(({ outcome }) => outcome === 'reached' || outcome === 'message-left');
}
