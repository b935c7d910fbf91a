import { planSentence } from '#app/domain/imports/cohort/import-sentences.ts';
import type { PlanRefusal } from '#app/domain/imports/cohort/plan-import.ts';
import { notARegisterSentence } from '#app/domain/imports/register-sentences.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { COHORT_SENTENCES } from '#app/http/cohort-form.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

const STALE =
	'This import changed since you opened the page, in another window or by a second press. Here is what you entered. Check it, then continue once more';

/** For the plain version check, whose answer keeps everything typed. */
export const STALE_SENTENCE = STALE;

const planned = (field: string, code: PlanRefusal): RefusalSentences => ({
	[code]: (details) => ({ field, sentence: planSentence({ done: false, code, details }) }),
});
const unreadable = (code: string): RefusalSentences => ({
	[code]: (details) => ({ field: 'form', sentence: notARegisterSentence({ done: false, code, details }) }),
});

/** What to do about a cohort that the register cannot become, by the field that it is about. */
export const SENTENCES: RefusalSentences = {
	...COHORT_SENTENCES,
	...planned('form', 'dates-in-doubt'),
	...planned('form', 'two-on-one-day'),
	...planned('form', 'nobody-to-import'),
	...planned('programme', 'too-many-sessions'),
	...planned('places', 'too-few-places'),
	...planned('startTime', 'start-in-clock-change-gap'),
	...planned('startTime', 'slots-overlap'),
	...planned('startTime', 'slot-twice'),
	...planned('startTime', 'no-slot'),
	...planned('programme', 'no-plans'),
	...planned('programme', 'length-out-of-range'),
	...planned('form', 'closure-ends-before-start'),
	...planned('form', 'never-clear'),
	...unreadable('no-such-sheet'),
	...unreadable('choose-a-sheet'),
	...unreadable('not-a-register'),
	...unreadable('register-too-large'),
	...ASKED_TOO_OFTEN,
	'cohort-not-chosen': () => ({ field: 'form', sentence: 'Choose the cohort that the register becomes first' }),
	'import-changed': () => ({
		field: 'form',
		sentence: 'Something changed since you looked at this. Here it is as it stands now. Check it, then import',
		status: 409,
	}),
	clashes: () => ({
		field: 'form',
		sentence: 'Sessions to come clash with another cohort. Change the place, the time or the team first',
	}),
	'warning-not-accepted': () => ({
		field: 'accept',
		sentence: 'Tick that you know that there are too few facilitators, or change the team',
	}),
};
