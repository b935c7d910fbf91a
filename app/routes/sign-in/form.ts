import { z } from 'zod';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const signInForm = z.object({
	email: z
		.string('Enter your email address')
		.trim()
		.min(1, 'Enter your email address')
		.max(254, 'Enter a shorter email address'),
	password: z
		.string('Enter your password')
		.min(1, 'Enter your password')
		.max(200, 'Enter a password of at most 200 characters'),
});

export const SENTENCES: RefusalSentences = {
	'wrong-email-or-password': () => ({
		field: 'email',
		sentence: 'The email address or the password is not right. Try again.',
	}),
	'too-many-attempts': ({ minutes }) => ({
		field: 'email',
		sentence: `Too many attempts. Wait ${minutes} minutes, then try again, or ask your administrator for a new link.`,
	}),
};

export const SAID: Readonly<Record<string, string>> = { 'signed-out': 'You are signed out.' };
