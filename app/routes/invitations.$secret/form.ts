import { z } from 'zod';
import { requiredText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { PASSWORD_SENTENCES } from '#app/http/sign-in/password-form.ts';
import type { FormState } from '#app/ui/form-state.ts';

const EMAIL = 'Enter an email address, such as name@example.org';
const PASSWORD = 'Choose a password';

/** The length is for the rule to say; the cap only keeps nonsense out. */
const password = z.string(PASSWORD).min(1, PASSWORD).max(1000, 'Choose a password of at most 200 characters');

const identity = {
	name: requiredText('Enter your name'),
	email: z
		.string(EMAIL)
		.trim()
		.min(1, 'Enter your email address')
		.max(254, 'Enter a shorter email address')
		.pipe(z.email(EMAIL)),
};

type AcceptanceFields = {
	readonly password: string;
	readonly identity?: { readonly name: string; readonly email: string };
};

/** The password; the first administrator says who they are as well. */
export function acceptanceForm(isFirst: boolean): z.ZodType<AcceptanceFields> {
	if (!isFirst) return z.object({ password });
	return z
		.object({ ...identity, password })
		.transform(({ password: chosen, ...who }) => ({ password: chosen, identity: who }));
}

/** What may be sent back to the page: a password never is. */
export function withoutPassword({ values, errors }: FormState): FormState {
	const { password: _never, ...rest } = values;
	return { values: rest, errors };
}

export const SENTENCES: RefusalSentences = {
	...PASSWORD_SENTENCES,
	'email-in-use': () => ({
		field: 'email',
		sentence: 'Somebody has an account with this address already. Enter another',
	}),
	'identity-needed': () => ({ field: 'form', sentence: 'Open the link again and enter your name and email address' }),
};
