import { z } from 'zod';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { askedFields, chosenTimeFields, chosenTimeFrom } from '#app/http/schedule/move-form.ts';
import { CHOSEN_TIME_SENTENCES } from '#app/http/schedule/time-sentences.ts';

export const bookingForm = withDays(['day'], z.object({ ...chosenTimeFields, ...askedFields })).transform(
	({ day, startTime, endTime, askedBy, why }) => ({
		to: chosenTimeFrom({ day, startTime, endTime }),
		asked: { askedBy, why },
	}),
);

export const SENTENCES: RefusalSentences = {
	...ASKED_TOO_OFTEN,
	...CHOSEN_TIME_SENTENCES,
	'before-enrolment': ({ day }) => ({
		field: 'day',
		sentence: `Enter a day on or after ${dayInWords(day as CalendarDay)}, when they joined`,
	}),
	'booked-already': () => ({ field: 'form', sentence: 'Their individual session is booked already', status: 409 }),
	'place-ended': () => ({ field: 'form', sentence: 'Their place in this cohort has ended', status: 409 }),
};
