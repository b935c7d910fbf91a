import { z } from 'zod';
import { MOVE_SCOPES } from '#app/domain/scheduling/changes/move-session.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { askedFields, chosenTimeFields, chosenTimeFrom } from '#app/http/schedule/move-form.ts';
import { CHOSEN_TIME_SENTENCES, onField } from '#app/http/schedule/time-sentences.ts';

/** The names of the fields by which a person goes from the form to the dates and back; not part of the move. */
export const STEP_FIELDS = ['intent', 'fingerprint', 'scope'] as const;

export const moveForm = withDays(['day'], z.object({ ...chosenTimeFields, ...askedFields })).transform(
	({ day, startTime, endTime, askedBy, why }) => ({
		to: chosenTimeFrom({ day, startTime, endTime }),
		asked: { askedBy, why },
	}),
);

export const scopeForm = z.object({
	scope: z.enum(MOVE_SCOPES, 'Choose whether the later sessions move too'),
	fingerprint: z.string('Look at the dates again, then save').max(100),
});

/** What to do about a move that is not possible, on the field that it is about. */
export const SENTENCES: RefusalSentences = {
	...ASKED_TOO_OFTEN,
	...CHOSEN_TIME_SENTENCES,
	...onField('day', 'in-the-past', 'nothing-changed', 'out-of-order', 'never-clear'),
	...onField('form', 'no-such-session', 'not-in-order', 'has-started', 'has-marks', 'no-slot', 'slots-overlap'),
	'scheduled-again': () => ({
		field: 'form',
		sentence: 'The plan of this session is scheduled for another date already. Open the cohort to see it',
		status: 409,
	}),
	'decided-already': () => ({
		field: 'form',
		sentence: 'It is recorded already what becomes of the plan of this session',
		status: 409,
	}),
};

/** What to do about dates that were looked at and could not be saved. */
export const SAVE_SENTENCES = {
	'plan-changed': {
		status: 409,
		sentence: 'The dates changed since you looked at them. Here they are as they stand now. Check them, then save',
	},
	clashes: { status: 422, sentence: 'Nothing is moved past a clash. Choose another day or time' },
	'out-of-order': { status: 422, sentence: 'That way is not possible. Choose one that the page offers' },
} as const;
