import type { RefusalSentences } from '../refusal.ts';

/** What each rule about a new password says. */
export const PASSWORD_SENTENCES: RefusalSentences = {
	'password-too-short': ({ shortest }) => ({
		field: 'password',
		sentence: `Choose a password of at least ${shortest} characters. Three or four words are easy to remember`,
	}),
	'password-too-long': ({ longest }) => ({
		field: 'password',
		sentence: `Choose a password of at most ${longest} characters`,
	}),
	'password-too-common': () => ({
		field: 'password',
		sentence: 'That is one of the passwords that everybody tries first. Choose another',
	}),
	'password-is-own-name': () => ({
		field: 'password',
		sentence: 'That is your own name or address, or your organisation’s, which anybody would try. Choose another',
	}),
};
