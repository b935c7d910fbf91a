import { z } from 'zod';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import { requiredText, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const bankHolidayForm = withDays(
	['date'],
	z.object({
		title: requiredText('Enter the name of the bank holiday', 60),
		date: typedDay({ missing: 'Enter the day of the bank holiday' }),
	}),
);

export const SENTENCES: RefusalSentences = {
	'holiday-already-there': ({ date, title }) => ({
		field: 'date',
		sentence: `${dayInWords(date as CalendarDay)} is on the list already: ${title}`,
	}),
	'holiday-at-weekend': ({ date }) => ({
		field: 'date',
		sentence: `${dayInWords(date as CalendarDay)} is in a weekend. Enter the weekday that stands for it, and add a closure for the day in the weekend if nobody meets then`,
	}),
};
