import { dayInWords, timeInWords } from '#app/domain/shared/in-words.ts';
import { type Instant, wallTimeOf } from '#app/domain/shared/instant.ts';
import type { RefusalSentences } from './refusal.ts';

/** What somebody reads who changed too many addresses, numbers or postcodes. */
export const CHANGED_TOO_OFTEN: RefusalSentences = {
	'too-many-changes': ({ until }) => {
		const { day, time } = wallTimeOf(until as Instant);
		return {
			field: 'form',
			sentence: `You changed many addresses, numbers or postcodes within an hour. You can go on at ${timeInWords(time)} on ${dayInWords(day)}. If it cannot wait, ask a colleague`,
		};
	},
};

/** What somebody reads who sent themselves many tests. */
export const TESTED_TOO_OFTEN: RefusalSentences = {
	'too-many-tests': ({ until }) => {
		const { day, time } = wallTimeOf(until as Instant);
		return {
			field: 'form',
			sentence: `You sent yourself many tests within an hour. You can send more at ${timeInWords(time)} on ${dayInWords(day)}`,
		};
	},
};

/** What somebody reads who was told too often that a slot is not available. */
export const ASKED_TOO_OFTEN: RefusalSentences = {
	'too-many-slots': ({ until }) => {
		const { day, time } = wallTimeOf(until as Instant);
		return {
			field: 'form',
			sentence: `You asked for many slots that are not available. You can go on at ${timeInWords(time)} on ${dayInWords(day)}. If it cannot wait, ask a lead`,
		};
	},
};
