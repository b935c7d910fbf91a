import { MESSAGE_KINDS } from './message-kinds.ts';
import type { MessageLanguage } from './wording/message-language.ts';

/**
 * What a template is for: the first word of its file's name. An invitation goes to staff; it is no reminder. A notice
 * tells staff that something waits in the app, and nothing of what it is. The three of the calendar go with an event for
 * the calendar of a member of staff. What is for a referrer is only ever a draft.
 */
export const MESSAGE_EVENTS = [
	...MESSAGE_KINDS,
	'invitation',
	'notice',
	'calendar-invitation',
	'calendar-update',
	'calendar-cancellation',
	'absences',
	'exit',
	'concern',
] as const;
export type MessageEvent = (typeof MESSAGE_EVENTS)[number];

export const AUDIENCES = ['participant', 'staff', 'referrer'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const TEMPLATE_CHANNELS = ['email', 'text'] as const;
export type TemplateChannel = (typeof TEMPLATE_CHANNELS)[number];

/** A message as content: fixed, approved words with `{{placeholders}}`; one with a question mark may stay without a value. */
export type MessageTemplate = {
	readonly event: MessageEvent;
	readonly audience: Audience;
	readonly channel: TemplateChannel;
	/** Only what goes to participants is ever in another than English. */
	readonly language: MessageLanguage;
	/** Empty for a text, which has none. */
	readonly subject: string;
	/** Plain text of one or more lines, without a line break at its end. */
	readonly body: string;
	/** An example for every placeholder, for previews and for measuring the length. */
	readonly samples: Readonly<Record<string, string>>;
};

const PLACEHOLDERS: Readonly<Record<Audience, readonly string[]>> = {
	participant: ['day', 'time', 'sender', 'phone?'],
	staff: ['link', 'organisation', 'phone?'],
	referrer: ['referrer', 'reference', 'sender'],
};
const OF_AN_EVENT = ['title', 'day', 'time', 'until', 'place?'];

/** What may stand between the braces; no other name is known to the program. A question mark: may be without a value. */
export function placeholdersFor({ event, audience }: Pick<MessageTemplate, 'event' | 'audience'>): readonly string[] {
	return event.startsWith('calendar-') ? OF_AN_EVENT : PLACEHOLDERS[audience];
}

/** What the placeholders stand for, by name without the question mark. */
export type MessageValues = Readonly<Record<string, string | null>>;

/**
 * The message with its values put in. A line of the body whose optional placeholder has no value is left out, and so is
 * the empty line before it. Throws for any other placeholder without a value, because that is a bug.
 */
export function fillTemplate(
	template: Pick<MessageTemplate, 'subject' | 'body'>,
	values: MessageValues,
): { readonly subject: string; readonly body: string } {
	const lines = template.body.split('\n').map((line) => (lacksOptional(line, values) ? null : fillIn(line, values)));
	const kept = lines.filter((line, at) => line !== null && !(line === '' && lines[at + 1] === null));
	return { subject: fillIn(template.subject, values), body: kept.join('\n') };
}

/** The placeholders in the text in the order in which they stand, question mark included: `['day', 'phone?']`. */
export function placeholdersIn(text: string): readonly string[] {
	return Array.from(text.matchAll(PLACEHOLDER), ([, name]) => name!);
}

const PLACEHOLDER = /\{\{([a-z]+\??)\}\}/g;

function lacksOptional(line: string, values: MessageValues): boolean {
	return placeholdersIn(line).some((name) => name.endsWith('?') && !values[name.slice(0, -1)]);
}

function fillIn(text: string, values: MessageValues): string {
	return text.replaceAll(PLACEHOLDER, (_, name: string) => {
		const value = values[name.replace('?', '')];
		if (!value) throw new Error(`the message has no value for “${name}”`);
		return value;
	});
}
