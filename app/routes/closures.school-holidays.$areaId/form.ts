import { z } from 'zod';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import { requiredText, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const schoolHolidayForm = withDays(
	['from', 'to'],
	z.object({
		label: requiredText('Enter what it is called, such as “February half term”', 60),
		from: typedDay({ missing: 'Enter the first day' }),
		to: typedDay({ missing: 'Enter the last day' }),
	}),
);

export const SENTENCES: RefusalSentences = {
	'ends-before-start': ({ from }) => ({
		field: 'to',
		sentence: `Enter a last day on or after ${dayInWords(from as CalendarDay)}`,
	}),
	'holiday-too-long': ({ most }) => ({
		field: 'to',
		sentence: `A school holiday lasts at most ${most} days. Check the month and the year`,
	}),
	'holiday-already-there': ({ label }) => ({
		field: 'from',
		sentence: `There is a school holiday on exactly these days already: ${label}`,
	}),
};
