import { z } from 'zod';
import type { ChosenTime } from '#app/domain/scheduling/changes/new-time.ts';
import { ASKED_BY } from '#app/domain/scheduling/session.ts';
import { type ClockTime, minutesFromTo } from '#app/domain/shared/clock-time.ts';
import { parseTypedTime } from '#app/domain/shared/typed-time.ts';
import { oneOfCodes, requiredText, typedDay } from '../form-fields.ts';

/** A day with a start and an end on the wall clock; `withDays(['day'], …)` gathers the day. */
export const chosenTimeFields = {
	day: typedDay({ missing: 'Enter the new date' }),
	startTime: typedClockTime('Enter the start time, such as 6:30pm'),
	endTime: typedClockTime('Enter the end time, such as 8:30pm'),
};

/** Who asked for a change and why: kept in the history of every session that it moves (§2.7). */
export const askedFields = {
	askedBy: oneOfCodes(ASKED_BY, 'Choose who asked for this'),
	why: requiredText('Enter why', 200),
};

type Typed = { readonly day: ChosenTime['day']; readonly startTime: ClockTime; readonly endTime: ClockTime };

/** The chosen time; an end before the start is on the next day. Equal ones are a fault of the end time. */
export function chosenTimeFrom({ day, startTime, endTime }: Typed): ChosenTime {
	return { day, startTime, lengthMinutes: minutesFromTo(startTime, endTime) };
}

/** A time of day as people type it; `missing` is the sentence when it is not there. */
export function typedClockTime(missing: string) {
	return z
		.string(missing)
		.trim()
		.min(1, missing)
		.transform((typed, issues): ClockTime => {
			const time = parseTypedTime(typed);
			if (!time) {
				const message = `“${typed.slice(0, 20)}” is not a time. Enter it as 6:30pm or 18:30`;
				issues.addIssue({ code: 'custom', message });
			}
			return time as ClockTime;
		});
}
