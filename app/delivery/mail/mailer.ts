import type { CalendarInvitation } from '#app/domain/reminders/calendar-invitation.ts';

/** One message to one recipient: there is no cc and no bcc (docs/security.md). */
export type PreparedMail = {
	/** Stable for a message, however often it is tried: the mail server and the recipient can tell a repeat. */
	readonly messageId: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	/** Puts a session into the recipient’s calendar, or takes it out; to staff only. */
	readonly invitation?: Omit<CalendarInvitation, 'useBy'>;
};

/**
 * What the mail server made of it. `failed`: it did not take the message, which may be tried again when `retry` is true.
 * `unknown`: some of it was handed over and no answer came, so nobody can tell whether it arrived.
 */
export type Delivery =
	| { readonly state: 'sent' }
	| { readonly state: 'failed'; readonly retry: boolean; readonly reason: string }
	| { readonly state: 'unknown'; readonly reason: string };

/** Asked once, before the first byte of the message is handed over; nothing is before the answer, and when it is false. */
export type AboutToHandOver = () => boolean | Promise<boolean>;

export type Mailer = { send(mail: PreparedMail, aboutToHandOver?: AboutToHandOver): Promise<Delivery>; close(): void };

/** Nobody reads more of what a mail server said; what is cut in two by it is not kept. */
const LONGEST_SAID = 500;

/**
 * What a mail server said, without the address or number that it repeats: why a message did not leave is read by people who
 * may not read how somebody is reached, and is kept when that is forgotten.
 */
export function withoutRecipient(said: string, to: string): string {
	const [name = ''] = to.toLowerCase().split('@');
	const isTelling = (word: string) => word.includes('@') || word.toLowerCase() === name || /^\+?\d{9,}$/.test(word);
	return said
		.slice(0, 2 * LONGEST_SAID)
		.replaceAll(/[^\s<>()[\]"'“”‘’`,;:]+/gu, (word) =>
			isTelling(word.replace(/[.!?]+$/, '')) ? '(the address)' : word,
		)
		.slice(0, LONGEST_SAID);
}

/** What a mailer answers when `aboutToHandOver` said no. */
export const HELD_BACK: Delivery = { state: 'failed', retry: true, reason: 'held back at the last moment' };

/** What a mailer answers when the recipient is not one plain address. */
export const NOT_ONE_RECIPIENT: Delivery = { state: 'failed', retry: false, reason: 'this is not one plain address' };
