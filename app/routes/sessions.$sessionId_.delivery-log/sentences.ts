import { type LogEntry, type LogFault, MOST_ACTIVITY_MINUTES } from '#app/domain/fidelity/check-log.ts';
import type { OrderFault } from '#app/domain/fidelity/delivered-order.ts';
import type { Activity } from '#app/domain/programmes/programme.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { ratingInWords } from '#app/ui/fidelity/rating-in-words.ts';
import { momentInWords } from '#app/ui/moment-in-words.ts';
import { type EntryFault, LONGEST_REASON, type Part } from './form.ts';

type Said = { readonly part: Part; readonly sentence: string };

/** The form of no log's page: something in it cannot have come from one. */
export const BROKEN_FORM = 'The page was sent incomplete, so nothing was saved. Check the answers below and save again';

/** Why the log as a whole was refused. */
export const REFUSALS = {
	'session-cancelled': {
		field: 'form',
		status: 409,
		sentence: 'Nothing was saved: it is recorded that this session did not go ahead',
	},
	'session-not-started': {
		field: 'form',
		status: 422,
		sentence: 'Nothing was saved: the log opens when the session starts',
	},
	'nothing-rated': {
		field: 'form',
		status: 400,
		sentence: 'Say of at least one activity how it was delivered, or choose “Everything left as planned”',
	},
	'not-of-the-team': {
		field: 'deliveredBy',
		status: 422,
		sentence: 'Choose who delivered from the team of this session: somebody else was sent, and nothing was saved',
	},
	'changed-meanwhile': {
		field: 'form',
		status: 409,
		sentence:
			'You saved another version of this log in another window. Check the answers below: saving again puts them in its place',
	},
} as const;

export const ORDER_NOT_NUMBERS = 'Enter the numbers of the activities as they were delivered, such as 2, 1, 3';

/** What is wrong with the order and what to do, naming the activities that it is about. */
export function sayOrder({ fault, numbers }: OrderFault, activities: readonly Activity[]): string {
	const which = listInWords([...new Set(numbers)].map((number) => nameOf(number, activities)));
	switch (fault) {
		case 'unknown':
			return `There is no activity ${which} in this plan: enter numbers from 1 to ${activities.length}`;
		case 'twice':
			return `Enter each activity once in the order: ${which} is in it twice`;
		case 'not-delivered':
			return `Leave ${which} out of the order, or say above how it was delivered`;
		case 'left-out':
			return `Enter every activity that was delivered in the order, or leave it empty: ${which} is missing`;
	}
}

function nameOf(number: number, activities: readonly Activity[]): string {
	const title = activities[number - 1]?.title;
	return title ? `${number} (“${title}”)` : String(number);
}

/** What is wrong with the answer about one activity and what to do; null for what only a forged form can hold. */
export function sayFault(fault: EntryFault | LogFault, title: string, entry: LogEntry | undefined): Said | null {
	const about = `“${title}”`;
	switch ('code' in fault ? fault.code : fault.fault) {
		case 'answered-twice':
			return { part: 'rating', sentence: `Answer once for ${about}: two answers were sent` };
		case 'unknown-rating':
			return { part: 'rating', sentence: `Choose how ${about} was delivered` };
		case 'too-long':
			return { part: 'reason', sentence: `The reason for ${about} must be ${LONGEST_REASON} characters or fewer` };
		case 'minutes-out-of-range':
			return {
				part: 'minutes',
				sentence: `The minutes of ${about} must be a whole number from 0 to ${MOST_ACTIVITY_MINUTES}`,
			};
		case 'minutes-without-rating':
			return { part: 'rating', sentence: `Choose how ${about} was delivered, or leave its minutes empty` };
		case 'minutes-although-not-delivered':
			return { part: 'minutes', sentence: `Leave the minutes of ${about} empty: it was not delivered` };
		case 'reason-needed':
			return {
				part: 'reason',
				sentence: `Enter why ${about} was ${entry?.rating === 'not-delivered' ? 'not delivered' : 'changed'}`,
			};
		default:
			return null;
	}
}

/** What one's own other window says of an activity, beside what is on this page. */
export function sayDifference(title: string, stands: LogEntry | undefined, savedAt: Instant, now: Instant): string {
	return `“${title}” was saved ${momentInWords(savedAt, now)} as: ${ratingInWords(stands)}`;
}
