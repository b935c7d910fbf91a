import { z } from 'zod';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type VenueId } from '#app/domain/shared/ids.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import { requiredText, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

/** Stands for the whole organisation among the venues. */
export const EVERYWHERE = 'everywhere';

const WHERE = 'Choose what is closed';

export const closureForm = withDays(
	['from', 'to'],
	z.object({
		label: requiredText('Enter the reason, such as “Christmas closure”', 60),
		where: z
			.string(WHERE)
			.min(1, WHERE)
			.transform((where) => (where === EVERYWHERE ? null : asId<VenueId>(where))),
		from: typedDay({ missing: 'Enter the first day' }),
		to: typedDay({ missing: 'Enter the last day' }),
	}),
);

export const SENTENCES: RefusalSentences = {
	'unknown-venue': () => ({
		field: 'where',
		sentence: 'Choose a venue from the list. The one that you chose is not there any more',
	}),
	'ends-before-start': ({ from }) => ({
		field: 'to',
		sentence: `Enter a last day on or after ${dayInWords(from as CalendarDay)}`,
	}),
	'closure-too-long': ({ most }) => ({ field: 'to', sentence: `A closure lasts at most ${most} days. Check the year` }),
	'closed-already': () => ({ field: 'from', sentence: 'There is a closure on exactly these days already' }),
};
