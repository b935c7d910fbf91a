import { z } from 'zod';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { ticked } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const moveForm = z.object({
	cohortId: ticked().transform((ids) => ids.map((id) => asId<CohortId>(id))),
	fingerprint: z.string('Open the page again').max(200, 'Open the page again').default(''),
});

export const SENTENCES: RefusalSentences = {
	...ASKED_TOO_OFTEN,
	'nothing-chosen': () => ({ field: 'cohortId', sentence: 'Tick the cohorts whose sessions are to move' }),
	'plan-changed': () => ({
		field: 'form',
		sentence:
			'Something changed since you opened the page. Here is how it stands now. Check it, then move the sessions',
		status: 409,
	}),
	'cannot-move': ({ cohorts }) => ({
		field: 'cohortId',
		sentence: `Untick ${listInWords(cohorts as string[])}: no session can move there by itself`,
	}),
	clashes: ({ cohorts }) => ({
		field: 'cohortId',
		sentence: `Untick ${listInWords(cohorts as string[])}: moved in this way, sessions would clash. Nothing has been moved`,
	}),
};
