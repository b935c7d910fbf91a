import { sentenceForChange } from '#app/domain/scheduling/changes/change-refusals.ts';
import type { RefusalSentences } from '../refusal.ts';

/** The rule's own sentences for these refusals, on the field that they are about. */
export function onField(field: string, ...codes: readonly string[]): RefusalSentences {
	return Object.fromEntries(
		codes.map((code) => [code, (details) => ({ field, sentence: sentenceForChange({ done: false, code, details }) })]),
	);
}

/** What is said of a chosen day and time wherever somebody chooses one. */
export const CHOSEN_TIME_SENTENCES: RefusalSentences = {
	...onField('day', 'day-closed'),
	...onField('startTime', 'start-in-clock-change-gap'),
	'length-out-of-range': () => ({
		field: 'endTime',
		sentence: 'Enter an end time after the start, at most 10 hours later',
	}),
};
