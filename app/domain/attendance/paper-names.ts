import { isSameName } from '../shared/same-name.ts';

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
 * reference where nothing else tells them apart, and never a whole last name; names, with the reference where two
 * share one; or references. A person with a restriction, or whose name the reader may not see, is written by
 * reference always (safety.md §2).
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
	const ways = style === 'names' ? [(name: string): string | null => name] : [1, 2, 3].map(initialsOf);
	const others = named.filter((other) => other !== person);
	for (const way of ways) {
		const written = way(person.name);
		if (written === null) continue;
		const isShared = others.some((other) => isSameName(way(other.name) ?? '', written));
		if (!isShared && !taken.some((reference) => isSameName(reference, written))) return written;
	}
	return `${style === 'names' ? person.name : firstsOf(person.name).join('')} (${person.reference})`;
}

const wordsOf = (name: string) => name.split(/[\s-]+/u).filter((word) => word !== '');
const firstsOf = (name: string) => wordsOf(name).map((word) => [...word][0]!.toUpperCase());

/** `AB` for Ann Barr; with more letters of the last word, `A Ba`, `A Bar`. Null where those would be the whole word. */
function initialsOf(letters: number) {
	return (name: string): string | null => {
		const firsts = firstsOf(name);
		if (letters === 1 || firsts.length < 2) return firsts.join('');
		const word = [...wordsOf(name).at(-1)!];
		if (word.length <= letters) return null;
		const last = word.slice(0, letters).join('').toLowerCase();
		return `${firsts.slice(0, -1).join('')} ${last.charAt(0).toUpperCase()}${last.slice(1)}`;
	};
}
