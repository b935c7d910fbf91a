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

/** What somebody has to know before they sign in. */
export const NOTICES: Readonly<Record<string, string>> = {
	kept: 'You were signed out before this was saved. Sign in and it will be there.',
	'too-large': 'You were signed out before this was saved, and it was too large to keep. Sign in and send it again.',
	'upload-not-kept': 'You were signed out before the file was sent. Sign in and choose the file again.',
	'single-sign-on-failed': 'That sign-in did not go through. Nothing was changed. Try again.',
	'single-sign-on-away': 'The other sign-in cannot be reached just now. Use your password, or try again in a minute.',
	'unknown-account': 'That account is not linked to anybody who can sign in here. Ask your administrator for a link.',
	'identity-in-use': 'That account is linked to somebody else here. Ask your administrator.',
};
