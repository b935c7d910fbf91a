import { sentenceForLayOut } from '#app/domain/scheduling/lay-out-refusals.ts';
import type { TypedWeeksRefusal } from '#app/domain/scheduling/typed-weeks.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import type { Refused } from '#app/domain/shared/outcome.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { COHORT_SENTENCES } from '#app/http/cohort-form.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

const WEEKS = 'Enter one week a line, such as 16 February 2026, or 30 March to 10 April 2026';

/** What to do about the weeks to skip that could not be read. */
export function sentenceForWeeks({ code, details }: Refused<TypedWeeksRefusal>): string {
	switch (code) {
		case 'week-not-understood':
			return `Line ${details.line}, “${String(details.text).slice(0, 40)}”, is not a week. ${WEEKS}`;
		case 'week-ends-before-start': {
			const { line, from, to } = details as { line: number; from: CalendarDay; to: CalendarDay };
			return `Line ${line} ends on ${dayInWords(to)}, before it starts on ${dayInWords(from)}. Change one of the two days`;
		}
		case 'week-label-too-long':
			return `Line ${details.line} has a label of more than ${details.most} characters. Shorten it`;
		case 'too-many-weeks':
			return `Enter at most ${details.most} weeks`;
	}
}

const layOut = (field: string, code: string): RefusalSentences => ({
	[code]: (details) => ({ field, sentence: sentenceForLayOut({ done: false, code, details }) }),
});

export const SENTENCES: RefusalSentences = {
	...COHORT_SENTENCES,
	...ASKED_TOO_OFTEN,
	...layOut('programme', 'no-plans'),
	...layOut('time1', 'no-slot'),
	...layOut('time2', 'slot-twice'),
	...layOut('time2', 'slots-overlap'),
	...layOut('programme', 'length-out-of-range'),
	...layOut('skippedWeeks', 'closure-ends-before-start'),
	...layOut('time1', 'start-in-clock-change-gap'),
	...layOut('skippedWeeks', 'never-clear'),
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
