import { type CalendarDay, calendarDay } from '../../shared/calendar-day.ts';
import { dayInLanguage } from '../../shared/in-words.ts';
import { fillTemplate, type MessageEvent, type MessageTemplate, type MessageValues } from '../message-template.ts';
import type { MessageSender } from '../render-message.ts';
import { ENGLISH, type MessageLanguage } from '../wording/message-language.ts';
import { measureText } from './text-length.ts';

/** No day and no time is longer in English words, whatever the year. */
const LONGEST = { day: 'Wednesday 30 September 2026', time: '12:30pm' } as const;

/** Each weekday in each month, with two figures, and each first of a month: whatever is longest in a language is among them. */
const DAYS: readonly CalendarDay[] = Array.from({ length: 12 }, (_, month) =>
	['01', '20', '21', '22', '23', '24', '25', '26'].map((day) =>
		calendarDay(`2026-${String(month + 1).padStart(2, '0')}-${day}`),
	),
).flat();

/** The texts that take more than one message on some day because of who sends them: the name stands in each, and the number where the words have it. */
export function textsTooLong(
	templates: readonly MessageTemplate[],
	{ name: sender, phone }: MessageSender,
): readonly MessageEvent[] {
	return templates
		.filter(({ channel }) => channel === 'text')
		.filter((template) => measureText(longestText(template, { ...LONGEST, sender, phone })).segments > 1)
		.map(({ event }) => event);
}

type Template = Pick<MessageTemplate, 'subject' | 'body' | 'language'>;

/**
 * The text as it leaves on the day on which it is longest; in English on the day that is given. One letter of another
 * alphabet in the name of a day makes a text less than half as long.
 */
export function longestText(template: Template, values: MessageValues): string {
	const bodies = daysOf(template.language, values).map((day) => fillTemplate(template, { ...values, day }).body);
	const measured = bodies.map((body) => ({ body, ...measureText(body) }));
	const [longest] = measured.toSorted((one, other) => other.segments - one.segments || other.units - one.units);
	return longest!.body;
}

function daysOf(language: MessageLanguage, { day }: MessageValues): readonly (string | null)[] {
	return language === ENGLISH ? [day ?? null] : DAYS.map((one) => dayInLanguage(one, language));
}
