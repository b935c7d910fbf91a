import { z } from 'zod';
import { EXIT_KINDS } from '#app/domain/attrition/exit-kinds.ts';
import { type ExitReason, parseExitReason } from '#app/domain/attrition/exit-reasons.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import { oneOfCodes, optionalText, shownVersion, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

const REASON = 'Choose the main reason';

export const exitForm = withDays(
	['on'],
	z.object({
		version: shownVersion(),
		on: typedDay({ missing: 'Enter the last day of the place' }),
		kind: oneOfCodes(EXIT_KINDS, 'Choose who ended it'),
		reason: z.string(REASON).transform((code, issues): ExitReason => {
			const reason = parseExitReason(code);
			if (!reason) issues.addIssue({ code: 'custom', message: REASON });
			return reason as ExitReason;
		}),
		note: optionalText(500),
	}),
);

const inWords = (day: unknown) => dayInWords(day as CalendarDay);

export const SENTENCES: RefusalSentences = {
	'already-ended': () => ({
		field: 'form',
		sentence: 'This place has ended already. Nothing was changed',
		status: 409,
	}),
	'changed-meanwhile': () => ({
		field: 'form',
		sentence: 'Somebody changed this place while you had it open. Go back and look at it first',
		status: 409,
	}),
	'exit-in-future': ({ today }) => ({ field: 'on', sentence: `Enter a day on or before today, ${inWords(today)}` }),
	'exit-before-enrolled': ({ enrolledOn }) => ({
		field: 'on',
		sentence: `Enter a day on or after ${inWords(enrolledOn)}, when they were enrolled`,
	}),
	'attended-later': ({ planNumber, day }) => ({
		field: 'on',
		sentence: `They attended session ${planNumber} on ${inWords(day)}. Enter that day or a later one`,
	}),
	'words-needed': () => ({ field: 'note', sentence: 'Say in a few words what the reason was' }),
};
