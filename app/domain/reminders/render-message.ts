import type { SafeContact } from '../people/safe-contact.ts';
import type { SessionTime } from '../scheduling/session.ts';
import { dayInWords, timeInWords } from '../shared/in-words.ts';
import { fillTemplate, type MessageTemplate, type TemplateChannel } from './message-template.ts';

export type RenderedMessage = { readonly subject: string; readonly body: string };

/** How much of a message a locked phone shows to whoever looks at it. */
const LOCK_SCREEN_CHARACTERS = 60;

/** In which words somebody is told: in those of a text where they are texted or rung, else in those of a mail. */
export function channelOf(contact: Pick<SafeContact, 'channel'> | null): TemplateChannel {
	return contact === null || contact.channel === 'email' ? 'email' : 'text';
}

/**
 * A message to a participant as it leaves: only the day, the wall time and the neutral sender go into the approved words, so that it
 * names nobody, no programme and no place (docs/security.md).
 */
export function renderToParticipant(
	template: MessageTemplate,
	{ day, startTime }: Pick<SessionTime, 'day' | 'startTime'>,
	sender: string,
): RenderedMessage {
	return fillTemplate(template, { day: dayInWords(day), time: timeInWords(startTime), sender, phone: null });
}

/** The first 60 characters of subject and body as a locked phone shows them, on one line. */
export function lockScreenPreview({ subject, body }: RenderedMessage): string {
	const line = `${subject} ${body}`.replaceAll(/\s+/g, ' ').trim();
	const shown = [...line].slice(0, LOCK_SCREEN_CHARACTERS).join('').trimEnd();
	return shown.length < line.length ? `${shown}…` : shown;
}
