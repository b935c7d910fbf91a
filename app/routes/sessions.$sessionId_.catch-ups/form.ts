import { z } from 'zod';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type EnrolmentId, type StaffId } from '#app/domain/shared/ids.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { optionalText, ticked, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { chosenTimeFields, chosenTimeFrom } from '#app/http/schedule/move-form.ts';
import { CHOSEN_TIME_SENTENCES } from '#app/http/schedule/time-sentences.ts';
import { formatCount } from '#app/ui/format.ts';

export const catchUpForm = withDays(
	['day'],
	z.object({ ...chosenTimeFields, enrolmentId: ticked(), staffId: ticked(), lateBecause: optionalText(200) }),
).transform(({ day, startTime, endTime, enrolmentId, staffId, lateBecause }) => ({
	to: chosenTimeFrom({ day, startTime, endTime }),
	enrolmentIds: enrolmentId.map((id) => asId<EnrolmentId>(id)),
	staffIds: staffId.map((id) => asId<StaffId>(id)),
	lateBecause,
}));

export const SENTENCES: RefusalSentences = {
	...ASKED_TOO_OFTEN,
	...CHOSEN_TIME_SENTENCES,
	'nobody-chosen': () => ({ field: 'enrolmentId', sentence: 'Choose who the catch-up is for' }),
	'not-on-team': () => ({
		field: 'staffId',
		sentence: 'Choose who delivers it, from those who are on the team on that day',
	}),
	'not-needed': ({ name }) => ({
		field: 'enrolmentId',
		sentence: `${name} does not need a catch-up of this session any more`,
		status: 409,
	}),
	'catch-up-booked': ({ name }) => ({
		field: 'enrolmentId',
		sentence: `${name} is booked for a catch-up of this session already`,
		status: 409,
	}),
	'none-left': ({ name, allowed }) => ({
		field: 'enrolmentId',
		sentence: `${name} has no catch-up left: the programme allows ${formatCount('catch-up', allowed as number)}`,
	}),
	'before-missed': ({ name, day }) => ({
		field: 'day',
		sentence: `Enter a date on or after ${dayInWords(day as CalendarDay)}, when ${name} missed the session`,
	}),
	'too-late': ({ name, day }) => ({
		field: 'day',
		sentence: `For ${name} the last day is ${dayInWords(day as CalendarDay)}. Enter a date up to then, or ask a lead`,
	}),
};
