import { done, type Outcome, refused } from '../shared/outcome.ts';

/** Eight characters at the least; fifteen are recommended on the page (docs/security.md). */
export const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 200;
/** Shorter words, such as a two-letter name, are part of too much to mean anything. */
const SHORTEST_NAME = 4;

export type PasswordRefusal =
	| 'password-too-short'
	| 'password-too-long'
	| 'password-too-common'
	| 'password-is-own-name';

/** What a password is held against: the list of common ones in lower case, and what everybody knows of its owner. */
type Against = {
	readonly common: ReadonlySet<string>;
	/** E-mail address, name, the organisation’s name. */
	readonly ownNames: readonly string[];
};

/**
 * Whether a password may be set: long enough, none of those that everybody tries first, and not just the owner’s address,
 * name or organisation with figures or signs around it. No rule on its characters.
 */
export function checkPassword(password: string, { common, ownNames }: Against): Outcome<undefined, PasswordRefusal> {
	const length = [...password].length;
	if (length < SHORTEST_PASSWORD) return refused('password-too-short', { shortest: SHORTEST_PASSWORD });
	if (length > LONGEST_PASSWORD) return refused('password-too-long', { longest: LONGEST_PASSWORD });
	if (common.has(password.toLowerCase())) return refused('password-too-common');
	const core = lettersOf(password);
	const isOwn = core.length >= SHORTEST_NAME && ownNames.flatMap(waysToWrite).includes(core);
	return isOwn ? refused('password-is-own-name') : done();
}

/** The whole, its words, and of an address what stands before the @ and what after; each without figures and signs. */
function waysToWrite(name: string): string[] {
	return [name, ...name.split('@'), ...name.split(/[\s@._-]+/)]
		.map(lettersOf)
		.filter((way) => way.length >= SHORTEST_NAME);
}

function lettersOf(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}
