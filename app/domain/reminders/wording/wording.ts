import type { SendingRefusal } from '../may-we-send.ts';
import { MESSAGE_KINDS, type MessageKind } from '../message-kinds.ts';
import type { MessageState } from '../message-states.ts';
import { type MessageTemplate, TEMPLATE_CHANNELS, type TemplateChannel } from '../message-template.ts';
import { ENGLISH, type MessageLanguage, parseOtherLanguage } from './message-language.ts';

/** Which message to a participant words are for. */
export type WordingKey = {
	readonly kind: MessageKind;
	readonly channel: TemplateChannel;
	readonly language: MessageLanguage;
};

/** The words themselves, with placeholders, and a sample for each of these. */
export type Words = Pick<MessageTemplate, 'subject' | 'body' | 'samples'>;

/** How the words of one message stand: nothing leaves but what a lead approved (safety.md §3). */
export const WORDING_STATES = ['in-use', 'newer-waits', 'waits', 'withdrawn', 'no-longer-shipped'] as const;
export type WordingState = (typeof WORDING_STATES)[number];

/** The key as it stands in an address: `reminder-email-en`. */
export function wordingId({ kind, channel, language }: WordingKey): string {
	return [kind, channel, language].join('-');
}

/** Reads it back; null when there is no such kind, channel or language. */
export function parseWordingId(text: string): WordingKey | null {
	const kind = MESSAGE_KINDS.find((one) => text.startsWith(`${one}-`));
	const [channelText, languageText = '', ...rest] = kind ? text.slice(kind.length + 1).split('-') : [];
	const channel = TEMPLATE_CHANNELS.find((one) => one === channelText);
	const language = languageText === ENGLISH ? ENGLISH : parseOtherLanguage(languageText);
	return kind && channel && language && rest.length === 0 ? { kind, channel, language } : null;
}

/** Whether this template says what is kept under the key. */
export function isTemplateOf({ event, audience, channel, language }: MessageTemplate, key: WordingKey): boolean {
	return audience === 'participant' && event === key.kind && channel === key.channel && language === key.language;
}

const NOT_APPROVED: SendingRefusal = 'wording-not-approved';

/** Whether a message is kept back until a lead approves its words. */
export function waitsForWords(message: { readonly state: MessageState; readonly reason: string | null }): boolean {
	return message.state === 'blocked' && message.reason === NOT_APPROVED;
}

/** Whether both say the same to whoever gets them; samples are never sent. */
export function areSameWords(one: Words, other: Words): boolean {
	return one.subject === other.subject && one.body === other.body;
}

/**
 * How it stands: what is shipped against what a lead approved last and nobody withdrew. Words that are shipped no longer
 * stay in use until somebody withdraws them, so that a change of content never changes what leaves.
 */
export function wordingState(shipped: Words | null, inUse: Words | null, wasApproved: boolean): WordingState {
	if (inUse === null) return wasApproved ? 'withdrawn' : 'waits';
	if (shipped === null) return 'no-longer-shipped';
	return areSameWords(shipped, inUse) ? 'in-use' : 'newer-waits';
}
