import { sentenceForLayOut } from '#app/domain/scheduling/lay-out-refusals.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { COHORT_SENTENCES } from '#app/http/cohort-form.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { PATTERN_SENTENCES } from '#app/http/schedule/pattern-form.ts';

const ofProgramme = (code: string): RefusalSentences => ({
	[code]: (details) => ({ field: 'programme', sentence: sentenceForLayOut({ done: false, code, details }) }),
});

export const SENTENCES: RefusalSentences = {
	...COHORT_SENTENCES,
	...ASKED_TOO_OFTEN,
	...PATTERN_SENTENCES,
	...ofProgramme('no-plans'),
	...ofProgramme('length-out-of-range'),
};

/** What to do about a plan that was looked at and could not be saved. */
export const PLAN_SENTENCES = {
	'plan-changed': {
		status: 409,
		field: 'form',
		sentence: 'The dates changed since you looked at them. Here they are as they stand now. Check them, then save',
	},
	clashes: {
		status: 422,
		field: 'form',
		sentence: 'A cohort with clashes cannot be saved but as a draft. Change something first',
	},
	'warning-not-accepted': {
		status: 422,
		field: 'accept',
		sentence: 'Tick that you know what the team lacks, or change the team',
	},
} as const;
