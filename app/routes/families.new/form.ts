import { z } from 'zod';
import { type AreaId, asId } from '#app/domain/shared/ids.ts';
import { requiredText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const familyForm = z.object({
	reference: requiredText('Enter a reference such as F-12, never a name', 20),
	areaId: requiredText('Choose an area').transform((id) => asId<AreaId>(id)),
});

export const SENTENCES: RefusalSentences = {
	'unknown-area': () => ({ field: 'areaId', sentence: 'Choose an area from the list' }),
	'reference-in-use': ({ reference }) => ({
		field: 'reference',
		sentence: `There is a family “${reference}” in this area already. Enter another reference`,
	}),
};
