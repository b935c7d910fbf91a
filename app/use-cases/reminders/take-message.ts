import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { isSameAddress } from '#app/domain/people/contact-address.ts';
import type { SafeContact } from '#app/domain/people/safe-contact.ts';
import { mayWeSend } from '#app/domain/reminders/may-we-send.ts';
import type { MessageKind } from '#app/domain/reminders/message-kinds.ts';
import {
	afterLapsedLease,
	afterRefusal,
	LEASE_MINUTES,
	type MessageChange,
} from '#app/domain/reminders/message-lifecycle.ts';
import type { TemplateChannel } from '#app/domain/reminders/message-template.ts';
import { announcedFrom } from '#app/domain/reminders/plan-messages.ts';
import { channelOf, renderToParticipant } from '#app/domain/reminders/render-message.ts';
import type { Id, MessageId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { findDueMessage } from '#db/queries/messages/due-messages.ts';
import { findMessageToJudge, type MessageToJudge } from '#db/queries/reminder-facts.ts';
import { updateMessage } from '#db/stores/outbox.ts';
import { audited } from '../audit/audited.ts';
import { isMinuteFull } from './is-minute-full.ts';
import { LET_GO } from './let-go.ts';
import { messageSender } from './message-sender.ts';
import { momentOf } from './moment-of.ts';
import { planBeside } from './replan.ts';
import { wordsInUse } from './wordings/words-in-use.ts';

/** A message that is ours to send until the lease ends. */
export type TakenMessage = {
	readonly id: MessageId;
	/** Names this lease, not the process: a message that was let go and taken again is another's. */
	readonly owner: Id<'lease'>;
	readonly channel: TemplateChannel;
	readonly kind: MessageKind;
	readonly to: string;
	readonly subject: string;
	readonly body: string;
};

/**
 * Takes the message whose turn it is, if the rule lets it leave now; what it does not is put where it belongs. Null when
 * none is due, or when this minute is full. Each is judged at the moment at which it was found due: at one a second before,
 * an hour that is safe by then was not, and the message would be due again for ever.
 */
export function takeDueMessage(context: AppContext, actor: Actor): TakenMessage | null {
	const owner = context.ids.next<Id<'lease'>>();
	return audited(context, { actor, action: 'message-taken' }, (tx, tell) => {
		const putAside: MessageId[] = [];
		for (;;) {
			const moment = momentOf(context);
			const { now } = moment;
			const message = isMinuteFull(context, tx, now) ? null : findDueMessage(tx, actor, moment);
			if (!message) return null;
			tell({ record: ['message', message.id], people: [message.personId] });
			const allowed = mayWeSend(message.facts, now);
			if (allowed.done) {
				const leasedUntil = plusMinutes(now, LEASE_MINUTES);
				const attempts = message.attempts + 1;
				updateMessage(tx, message, { state: 'leased', leaseOwner: owner, leasedUntil, attempts });
				return { id: message.id, owner, ...preparedFor(context, tx, message, allowed.value) };
			}
			updateMessage(tx, message, afterRefusal(message, allowed.code, now));
			putAside.push(message.id);
			tell({ details: { putAside } });
			planBeside(context, tx, message);
		}
	});
}

/**
 * Marks that the message is being handed to the mail server, with its words as they leave. False, and nothing may be
 * handed over, when the lease is no longer ours or when the rule now says no, or names another address or other words: then it
 * is called back, to be announced anew.
 */
export function markHandedOver(context: AppContext, actor: Actor, taken: TakenMessage): boolean {
	const record = ['message', taken.id] as const;
	return audited(context, { actor, action: 'message-handed-over', record }, (tx, tell) => {
		const moment = momentOf(context);
		const { now } = moment;
		const message = findMessageToJudge(tx, actor, { id: taken.id, ...moment });
		if (message) tell({ people: [message.personId] });
		const isOurs = message?.state === 'leased' && message.leaseOwner === taken.owner;
		if (!isOurs) return false;
		if (message.leasedUntil === null || message.leasedUntil <= now) {
			updateMessage(tx, message, { ...afterLapsedLease(message), ...LET_GO });
			return false;
		}
		const allowed = mayWeSend(message.facts, now);
		if (allowed.done && isStill(taken, preparedFor(context, tx, message, allowed.value))) {
			const { to: sentTo, subject, body } = taken;
			const safeContactId = allowed.value.id;
			return updateMessage(tx, message, { handedOverAt: now, safeContactId, sentTo, subject, body });
		}
		const dueAt = announcedFrom(message.facts, now);
		const again: MessageChange = { state: 'queued', reason: null, dueAt };
		const change = allowed.done ? again : afterRefusal(message, allowed.code, now);
		tell({ details: { heldBack: true } });
		updateMessage(tx, message, { ...change, ...LET_GO });
		planBeside(context, tx, message);
		return false;
	});
}

function preparedFor(context: AppContext, tx: Db, { kind, facts }: MessageToJudge, contact: SafeContact) {
	const { time } = facts.session;
	const words = wordsInUse(tx, kind, contact);
	if (!time || !words) throw new Error('a message may leave that has no time or no approved words');
	const rendered = renderToParticipant(words, time, messageSender(context));
	return { channel: channelOf(contact), kind, to: contact.address, ...rendered };
}

function isStill(taken: TakenMessage, now: ReturnType<typeof preparedFor>): boolean {
	return isSameAddress(now.to, taken.to) && now.subject === taken.subject && now.body === taken.body;
}
