import type { SafeContact } from '../people/safe-contact.ts';
import type { SessionTime } from '../scheduling/session.ts';
import { dayInLanguage, dayInWords, timeInWords } from '../shared/in-words.ts';
import { fillTemplate, type TemplateChannel } from './message-template.ts';
import { ENGLISH, type MessageLanguage } from './wording/message-language.ts';
import type { Words } from './wording/wording.ts';

/** Who writes, under a neutral name, and the number at which whoever gets the message may ring; null: none is said. */
export type MessageSender = { readonly name: string; readonly phone: string | null };

export type RenderedMessage = { readonly subject: string; readonly body: string };

/** How much of a message a locked phone shows to whoever looks at it. */
const LOCK_SCREEN_CHARACTERS = 60;

/** In which words somebody is told: in those of a text where they are texted or rung, else in those of a mail. */
export function channelOf(contact: Pick<SafeContact, 'channel'> | null): TemplateChannel {
	return contact === null || contact.channel === 'email' ? 'email' : 'text';
}

/**
 * A message to a participant as it leaves: only the day, the wall time, the neutral sender and its telephone go into the approved
 * words, so that it names nobody, no programme and no place (docs/security.md).
 */
export function renderToParticipant(
	{ language, ...words }: Pick<Words, 'subject' | 'body'> & { readonly language: MessageLanguage },
	{ day, startTime }: Pick<SessionTime, 'day' | 'startTime'>,
	{ name: sender, phone }: MessageSender,
): RenderedMessage {
	const isEnglish = language === ENGLISH;
	const time = isEnglish ? timeInWords(startTime) : startTime;
	return fillTemplate(words, {
		day: isEnglish ? dayInWords(day) : dayInLanguage(day, language),
		time,
		sender,
		phone,
	});
}

/**
 * The words as somebody says them by telephone. Without a sender, where whoever answers or listens may not be told who rings:
 * a line that holds nothing else is left out, and inside a sentence there is a pause.
 */
export function wordsToSay(
	words: Pick<Words, 'subject' | 'body'> & { readonly language: MessageLanguage },
	time: Pick<SessionTime, 'day' | 'startTime'>,
	sender: MessageSender | null,
): string {
	if (sender !== null) return renderToParticipant(words, time, sender).body;
	const lines = words.body.split('\n').filter((line) => line.trim() !== '{{sender}}');
	return renderToParticipant({ ...words, body: lines.join('\n') }, time, { name: '…', phone: null }).body.trimEnd();
}

/** The same words with samples for the day and the time, and all else as it leaves: what a lead reads before approving. */
export function renderSample({ samples, ...words }: Words, { name: sender, phone }: MessageSender): RenderedMessage {
	return fillTemplate(words, { ...samples, sender, phone });
}

/** The first 60 characters of subject and body as a locked phone shows them, on one line. */
export function lockScreenPreview({ subject, body }: RenderedMessage): string {
	const line = `${subject} ${body}`.replaceAll(/\s+/g, ' ').trim();
	const shown = [...line].slice(0, LOCK_SCREEN_CHARACTERS).join('').trimEnd();
	return shown.length < line.length ? `${shown}…` : shown;
}
