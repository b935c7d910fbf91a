import type { MessageKind } from '#app/domain/reminders/message-kinds.ts';
import type { AboutToHandOver, Delivery } from '../mail/mailer.ts';

/** One text to one number. */
export type PreparedText = {
	/** Stable for a message, however often it is tried: what a report of its delivery comes back with. */
	readonly reference: string;
	/** In E.164. */
	readonly to: string;
	readonly kind: MessageKind;
	readonly text: string;
};

/** What became of it; of one that was taken, the words that leave where the service says them, because it may add its name. */
export type TextDelivery = Exclude<Delivery, { state: 'sent' }> | { readonly state: 'sent'; readonly asLeft?: string };

/** What sends texts. It asks once before anything is handed over; nothing is when the answer is false. */
export type Texter = { send(text: PreparedText, aboutToHandOver?: AboutToHandOver): Promise<TextDelivery> };
