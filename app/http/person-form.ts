import { oneOfCodes, requiredText } from './form-fields.ts';
import type { RefusalSentences } from './refusal.ts';

/** The two sides of families, on one of which everybody is who can be named. */
const FAMILY_SIDES = ['perpetrator', 'survivor'] as const;

/** The fields that name somebody by side and reference. */
export const namedPersonFields = {
	side: oneOfCodes(FAMILY_SIDES, 'Choose the side on which they are'),
	reference: requiredText('Enter the reference that the team uses on paper, such as CD26/01', 30),
};

export const NO_SUCH_PERSON: RefusalSentences = {
	'no-such-person': ({ reference }) => ({
		field: 'reference',
		sentence: `Nobody of that side whom you can see has the reference “${reference}”. Check the side and the reference`,
	}),
};
