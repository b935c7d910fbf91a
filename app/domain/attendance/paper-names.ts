/** How people are written on a paper register; the first is what a sheet has unless somebody chooses otherwise. */
export const PAPER_STYLES = ['initials', 'references', 'names'] as const;
export type PaperStyle = (typeof PAPER_STYLES)[number];

/** Reads a choice from an address; the safest of them when it is none of ours. */
export function parsePaperStyle(text: string | null): PaperStyle {
	return PAPER_STYLES.find((style) => style === text) ?? PAPER_STYLES[0];
}

export type PaperPerson = {
	/** As this reader sees it: the reference stands in it for somebody whose name is kept from them. */
	readonly name: string;
	readonly reference: string;
	/** A restriction keeps the name: paper gets lost, so that not even who may read it prints it. */
	readonly isRestricted: boolean;
};

/**
 * How each of these people is written on one sheet, no two the same: initials, longer where two share them and with the
 * reference where nothing else tells them apart; names, with the reference where two share one; or references. A person
 * with a restriction, or whose name the reader may not see, is written by reference always (safety.md §2).
 */
export function paperNames(people: readonly PaperPerson[], style: PaperStyle): readonly string[] {
	const isByReference = ({ name, reference, isRestricted }: PaperPerson) =>
		style === 'references' || isRestricted || name === reference;
	const taken = people.filter(isByReference).map(({ reference }) => reference);
	const named = people.filter((person) => !isByReference(person));
	return people.map((person) =>
		isByReference(person) ? person.reference : nameApart(person, style, { named, taken }),
	);
}

type Others = { readonly named: readonly PaperPerson[]; readonly taken: readonly string[] };

/** The first way of writing them that nobody else on the sheet shares. */
function nameApart(person: PaperPerson, style: PaperStyle, { named, taken }: Others): string {
	const ways = style === 'names' ? [(name: string) => name] : [1, 2, 3].map((letters) => initialsOf(letters));
	const others = named.filter((other) => other !== person);
	for (const way of ways) {
		const written = way(person.name);
		const isShared = others.some((other) => isSame(way(other.name), written));
		if (!isShared && !taken.some((reference) => isSame(reference, written))) return written;
	}
	return `${ways[0]!(person.name)} (${person.reference})`;
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** `AB` for Ann Barr; with more letters of the last word, `A Ba`, `A Bar`. */
function initialsOf(letters: number) {
	return (name: string): string => {
		const words = name.split(/[\s-]+/u).filter((word) => word !== '');
		const firsts = words.map((word) => [...word][0]!.toUpperCase());
		if (letters === 1 || words.length < 2) return firsts.join('');
		const last = [...words.at(-1)!].slice(0, letters).join('').toLowerCase();
		return `${firsts.slice(0, -1).join('')} ${last.charAt(0).toUpperCase()}${last.slice(1)}`;
	};
}
