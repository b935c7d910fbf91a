import { z } from 'zod';
import { DUTIES_SENTENCES, dutiesFields } from '#app/http/duties-form.ts';
import { optionalPostcode, requiredText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

const EMAIL = 'Enter an email address, such as name@example.org';

export const invitationForm = z.object({
	name: requiredText('Enter their name'),
	email: z
		.string(EMAIL)
		.trim()
		.min(1, 'Enter their email address')
		.max(254, 'Enter a shorter email address')
		.pipe(z.email(EMAIL)),
	postcode: optionalPostcode(),
	...dutiesFields,
});

export const SENTENCES: RefusalSentences = {
	...DUTIES_SENTENCES,
	'email-in-use': () => ({
		field: 'email',
		sentence: 'Somebody has an account with this address already. Open their page to make a new link',
	}),
};
