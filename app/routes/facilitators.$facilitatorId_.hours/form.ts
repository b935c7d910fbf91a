import { z } from 'zod';
import { WEEKDAYS, type Weekday } from '#app/domain/shared/calendar-day.ts';
import { parseTypedTime } from '#app/domain/shared/typed-time.ts';
import type { Hours } from '#app/domain/team/staff-time.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { hoursInWords } from '#app/ui/team/time-words.ts';

const HOW = 'Enter hours such as 9am to 5pm, or 9am to 12pm, 2pm to 8pm';

const hoursOfDay = z
	.string('Answer this once')
	.trim()
	.max(100, 'Enter at most 100 characters')
	.default('')
	.transform((text, issues) => {
		const spans = text === '' ? [] : text.split(',').map(parseSpan);
		const read = spans.filter((span) => span !== null);
		if (read.length < spans.length) issues.addIssue({ code: 'custom', message: HOW });
		return read;
	});

/** One text for each weekday; an empty one is a day without hours. */
export const hoursForm = z
	.object(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, hoursOfDay])) as Record<Weekday, typeof hoursOfDay>)
	.transform((days): readonly Hours[] =>
		WEEKDAYS.flatMap((weekday) => days[weekday].map((span) => ({ weekday, ...span }))),
	);

export const SENTENCES: RefusalSentences = {
	'hours-end-before-start': ({ weekday }) => ({
		field: String(weekday),
		sentence: 'Enter hours that end after they begin, before midnight',
	}),
	'hours-overlap': ({ weekday }) => ({ field: String(weekday), sentence: 'Enter hours that do not overlap' }),
};

/** The form filled with the hours that stand. */
export function formOf(hours: readonly Hours[]): FormState {
	const values = WEEKDAYS.map((weekday) => [weekday, hoursInWords(hours.filter((one) => one.weekday === weekday))]);
	return { values: Object.fromEntries(values), errors: {} };
}

function parseSpan(text: string) {
	const [from, to, ...more] = text.split(/\bto\b|[-–]/).map((part) => parseTypedTime(part.trim()));
	return from && to && more.length === 0 ? { fromTime: from, toTime: to } : null;
}
