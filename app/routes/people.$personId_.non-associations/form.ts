import { z } from 'zod';
import { requiredText } from '#app/http/form-fields.ts';
import { NO_SUCH_PERSON, namedPersonFields } from '#app/http/person-form.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const nonAssociationForm = z.object({
	...namedPersonFields,
	reason: requiredText('Enter why they may not meet', 200),
});

export const SENTENCES: RefusalSentences = {
	...NO_SUCH_PERSON,
	'same-person': () => ({
		field: 'reference',
		sentence: 'This is the same person. Enter the reference of somebody else',
	}),
	'kept-apart-already': () => ({ field: 'reference', sentence: 'These two may not meet already' }),
};
