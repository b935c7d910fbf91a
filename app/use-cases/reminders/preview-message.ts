import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayWeSend } from '#app/domain/reminders/may-we-send.ts';
import {
	channelOf,
	lockScreenPreview,
	type RenderedMessage,
	renderToParticipant,
} from '#app/domain/reminders/render-message.ts';
import { measureText, type TextLength } from '#app/domain/reminders/texts/text-length.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import { findMessage } from '#db/queries/outbox.ts';
import { findMessageToJudge } from '#db/queries/reminder-facts.ts';
import { findPersonContact } from '#db/queries/safe-contacts.ts';
import { messageSender } from './message-sender.ts';
import { momentOf } from './moment-of.ts';
import { wordsInUse } from './wordings/words-in-use.ts';

export type MessagePreview = {
	readonly message: RenderedMessage;
	readonly onLockScreen: string;
	/** How long it is as a text; null for a mail. */
	readonly length: TextLength | null;
	/** Where it would go if it left at its time; null while the rule does not allow it, or for who may not read the contact. */
	readonly to: string | null;
};

/**
 * A message that has not left, as it would leave at its time by the same rule; null when its session has no time, or no lead
 * approved its words.
 */
export function previewMessage(context: AppContext, actor: Actor, id: MessageId): MessagePreview | null {
	const { db, clock, config } = context;
	const now = clock.now();
	const showsWords = findMessage(db, actor, id)?.showsWords === 1;
	const found = showsWords ? findMessageToJudge(db, actor, { id, ...momentOf(context) }, 'read') : null;
	const time = found?.facts.session.time;
	const words = found && wordsInUse(db, found.kind, found.facts.contact);
	if (!found || !time || !words) return null;
	const allowed = mayWeSend(found.facts, found.dueAt > now ? found.dueAt : now);
	const message = renderToParticipant(words, time, messageSender({ config }));
	const isReadable = findPersonContact(db, actor, found.personId) !== null;
	const to = allowed.done && isReadable ? allowed.value.address : null;
	const length = channelOf(found.facts.contact) === 'text' ? measureText(message.body) : null;
	return { message, onLockScreen: lockScreenPreview(message), length, to };
}
