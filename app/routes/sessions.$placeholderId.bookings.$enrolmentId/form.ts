import { z } from 'zod';
import { sentenceForChange } from '#app/domain/scheduling/changes/change-refusals.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { askedFields, chosenTimeFields, chosenTimeFrom } from '#app/http/schedule/move-form.ts';

export const bookingForm = withDays(['day'], z.object({ ...chosenTimeFields, ...askedFields })).transform(
	({ day, startTime, endTime, askedBy, why }) => ({
		to: chosenTimeFrom({ day, startTime, endTime }),
		asked: { askedBy, why },
	}),
);

const about = (field: string, code: string): RefusalSentences => ({
	[code]: (details) => ({ field, sentence: sentenceForChange({ done: false, code, details }) }),
});

export const SENTENCES: RefusalSentences = {
	...ASKED_TOO_OFTEN,
	...about('day', 'day-closed'),
	...about('startTime', 'start-in-clock-change-gap'),
	'length-out-of-range': () => ({
		field: 'endTime',
		sentence: 'Enter an end time after the start, at most 10 hours later',
	}),
	'before-enrolment': ({ day }) => ({
		field: 'day',
		sentence: `Enter a day on or after ${dayInWords(day as CalendarDay)}, when they joined`,
	}),
	'booked-already': () => ({ field: 'form', sentence: 'Their individual session is booked already', status: 409 }),
	'place-ended': () => ({ field: 'form', sentence: 'Their place in this cohort has ended', status: 409 }),
};
