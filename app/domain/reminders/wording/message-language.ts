/** A language in which messages are written: its folder’s name in `content/messages`, an ISO 639 code such as `cy`. */
export type MessageLanguage = string;

/** The language in which there is a message of every kind, and in which anything is written that has no other. */
export const ENGLISH: MessageLanguage = 'en';

const NAMES = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' });

/** The code as a language other than English that there is; null for any other text. */
export function parseOtherLanguage(text: string): MessageLanguage | null {
	const isOne = /^[a-z]{2,3}$/.test(text) && text !== ENGLISH && NAMES.of(text) !== undefined;
	return isOne ? text : null;
}

/** What the language is called in English: `Welsh`. */
export function languageName(language: MessageLanguage): string {
	return NAMES.of(language) ?? language;
}
