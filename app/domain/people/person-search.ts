/** Fewer than these would list half of everybody. */
const SHORTEST_SEARCH = 2;
export const MOST_FOUND = 50;

/** What of a person is searched: only what the searcher is shown of them. */
type Shown = { readonly name: string; readonly reference: string };

/**
 * Whether what was typed finds the person: every word is a part of the name that is shown, or all of it a part of the
 * reference. Accents, capitals and the kind of apostrophe do not count. A name that is kept from the searcher is not
 * among what is shown, and so never matches.
 */
export function isFoundBy(typed: string, { name, reference }: Shown): boolean {
	const wanted = folded(typed);
	if (wanted.length < SHORTEST_SEARCH) return false;
	const shownName = folded(name);
	return folded(reference).includes(wanted) || wanted.split(' ').every((word) => shownName.includes(word));
}

/** Whether enough was typed to search by. */
export function isLongEnough(typed: string): boolean {
	return folded(typed).length >= SHORTEST_SEARCH;
}

/** Letters that are no base letter with an accent. */
const PLAIN: Readonly<Record<string, string>> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ı: 'i',
};

function folded(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[łøđðþßæœı]/g, (letter) => PLAIN[letter]!)
		.replace(/[’‘`´]/g, "'")
		.replace(/\s+/g, ' ')
		.trim();
}
