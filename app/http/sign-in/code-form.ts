import { z } from 'zod';
import type { FormState } from '#app/ui/form-state.ts';
import type { RefusalSentences } from '../refusal.ts';

/** The fields by which somebody proves who they are, shared by the pages that ask. */
export const codeField = z
	.string('Enter the code')
	.trim()
	.min(1, 'Enter the code from your authenticator app')
	.max(40, 'Enter the six figures alone');

/** Left empty by somebody who has none, because they sign in by single sign-on alone. */
export const ownPasswordField = z.string('Enter your password').max(1000, 'Enter your password').default('');

/** What each refusal of a code or a password says. */
export const PROOF_SENTENCES: RefusalSentences = {
	'wrong-code': () => ({
		field: 'code',
		sentence: 'That code is not right. Enter the one that the app shows now, and check that the phone’s clock is right',
	}),
	'code-used': () => ({
		field: 'code',
		sentence: 'That code has been used. Wait until the app shows the next one, then enter it',
	}),
	'second-factor-needed': () => ({ field: 'form', sentence: 'Your role needs a second factor now. It stays on' }),
	'wrong-password': () => ({ field: 'password', sentence: 'That is not your password. Try again' }),
	'too-many-attempts': ({ minutes }) => ({
		field: 'form',
		sentence: `Too many attempts. Wait ${minutes} minutes, then try again`,
	}),
};

/** What may be sent back to the page: neither a password nor a code ever is. */
export function withoutProof({ errors }: FormState): FormState {
	return { values: {}, errors };
}
