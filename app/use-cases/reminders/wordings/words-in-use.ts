import type { SafeContact } from '#app/domain/people/safe-contact.ts';
import type { MessageKind } from '#app/domain/reminders/message-kinds.ts';
import { channelOf } from '#app/domain/reminders/render-message.ts';
import { ENGLISH } from '#app/domain/reminders/wording/message-language.ts';
import type { Db } from '#db/client.ts';
import { findWordsFor } from '#db/queries/messages/wordings.ts';

/** The approved words in which a message of the kind leaves to whoever is reached so; null while there are none. */
export function wordsInUse(db: Db, kind: MessageKind, contact: Pick<SafeContact, 'language' | 'channel'> | null) {
	return findWordsFor(db, { kind, channel: channelOf(contact), language: contact?.language ?? ENGLISH });
}
