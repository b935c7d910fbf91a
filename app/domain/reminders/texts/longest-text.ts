import { fillTemplate, type MessageEvent, type MessageTemplate } from '../message-template.ts';
import { measureText } from './text-length.ts';

/** No day and no time is longer in words, whatever the year. */
const LONGEST = { day: 'Wednesday 30 September 2026', time: '12:30pm', phone: null } as const;

/** The texts that take more than one message on some day because of who sends them: the name stands in each. */
export function textsTooLong(templates: readonly MessageTemplate[], sender: string): readonly MessageEvent[] {
	return templates
		.filter(({ channel }) => channel === 'text')
		.filter((template) => measureText(fillTemplate(template, { ...LONGEST, sender }).body).segments > 1)
		.map(({ event }) => event);
}
