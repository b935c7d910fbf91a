import { z } from 'zod';
import { optionalDay, requiredText, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const accreditationForm = withDays(
	['accreditedOn', 'expiresOn'],
	z.object({
		programmeSlug: requiredText('Choose a programme'),
		accreditedOn: typedDay({ missing: 'Enter the day of the accreditation' }),
		expiresOn: optionalDay(),
	}),
);

export const SENTENCES: RefusalSentences = {
	'unknown-programme': () => ({ field: 'programmeSlug', sentence: 'Choose a programme from the list' }),
	'ends-before-start': () => ({
		field: 'expiresOn',
		sentence: 'Enter a last day on or after the day of the accreditation, or leave it empty',
	}),
	'recorded-already': () => ({
		field: 'accreditedOn',
		sentence: 'An accreditation for this programme from this day is recorded already',
	}),
};
