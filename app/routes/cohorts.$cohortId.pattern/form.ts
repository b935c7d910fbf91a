import { z } from 'zod';
import { sentenceForChange } from '#app/domain/scheduling/changes/change-refusals.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { askedFields } from '#app/http/schedule/move-form.ts';
import { PATTERN_SENTENCES, patternFields, patternFrom, startDay, withSlots } from '#app/http/schedule/pattern-form.ts';

/** The names of the fields by which a person goes from the form to the dates and back; not part of the pattern. */
export const STEP_FIELDS = ['intent', 'fingerprint'] as const;

const fields = z.object({ ...patternFields, ...askedFields, from: startDay('Enter the first day of the new pattern') });

export const patternForm = withDays(['from'], withSlots(fields)).transform(
	({ time1, time2, bankHolidays, schoolHolidays, skippedWeeks, from, askedBy, why }) => ({
		draft: { ...patternFrom({ time1, time2, bankHolidays, schoolHolidays }), skippedWeeks, from },
		asked: { askedBy, why },
	}),
);

export const SENTENCES: RefusalSentences = {
	...ASKED_TOO_OFTEN,
	...PATTERN_SENTENCES,
	'length-out-of-range': (details) => ({
		field: 'form',
		sentence: sentenceForChange({ done: false, code: 'length-out-of-range', details }),
	}),
	'out-of-order': (details) => ({
		field: 'from',
		sentence: sentenceForChange({ done: false, code: 'out-of-order', details }),
	}),
};

/** What to do about dates that were looked at and could not be saved. */
export const SAVE_SENTENCES = {
	'plan-changed': {
		status: 409,
		sentence: 'The dates changed since you looked at them. Here they are as they stand now. Check them, then save',
	},
	clashes: { status: 422, sentence: 'Nothing is moved past a clash. Change the pattern' },
} as const;
