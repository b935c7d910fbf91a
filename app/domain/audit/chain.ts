/** An entry as it is stored, each field as text: what its hash is taken over, in this order, with the hash before it. */
export type StoredEntry = {
	readonly seq: number;
	readonly at: string;
	readonly actorKind: string;
	readonly staffId: string | null;
	readonly action: string;
	readonly recordKind: string | null;
	readonly recordId: string | null;
	readonly outcome: string;
	/** The hash of the JSON list of the ids of the people concerned; null when there are none. */
	readonly peopleKey: string | null;
	/** JSON object. */
	readonly details: string;
	readonly previousHash: string;
};

/** What stands in the place of the hash before the first entry. */
export const FIRST_HASH = '0'.repeat(64);

/**
 * The text over which an entry's hash is taken: every field, in a fixed order, as a JSON list, so that no two different
 * entries have the same text.
 */
export function textToHash(entry: StoredEntry): string {
	return JSON.stringify([
		entry.seq,
		entry.at,
		entry.actorKind,
		entry.staffId,
		entry.action,
		entry.recordKind,
		entry.recordId,
		entry.outcome,
		entry.peopleKey,
		entry.details,
		entry.previousHash,
	]);
}

/** A place in the chain: an entry's number and its hash. */
export type Link = { readonly seq: number; readonly hash: string };

/** The end of an empty chain. */
export const BEFORE_FIRST: Link = { seq: 0, hash: FIRST_HASH };

/** What is wrong at an entry, or where one should be. */
export const CHAIN_FAULTS = ['missing', 'altered', 'unlinked', 'people-altered', 'cut-off', 'not-as-kept'] as const;
export type ChainFault = (typeof CHAIN_FAULTS)[number];
export type BrokenLink = { readonly seq: number; readonly fault: ChainFault };

export type LinkToCheck = Link & {
	readonly previousHash: string;
	/** The hash computed anew from what is stored. */
	readonly computedHash: string;
	/** Whether its set of people is what its key says, in the set itself and in the index by person. */
	readonly isSetWhole: boolean;
};

/**
 * What is wrong with an entry that comes after `previous`; null when nothing is. `missing`: entries between them are gone
 * (named by the first of them); `altered`: it is not what was written; `unlinked`: it followed another entry when it was
 * written; `people-altered`: the people that it concerns are not those that were written.
 */
export function checkLink(previous: Link, link: LinkToCheck): BrokenLink | null {
	const { seq, hash, previousHash, computedHash, isSetWhole } = link;
	if (seq !== previous.seq + 1) return { seq: previous.seq + 1, fault: 'missing' };
	if (hash !== computedHash) return { seq, fault: 'altered' };
	if (previousHash !== previous.hash) return { seq, fault: 'unlinked' };
	return isSetWhole ? null : { seq, fault: 'people-altered' };
}

/** What is wrong after the last entry: the database remembers more entries than there are. Null when nothing is. */
export function checkEnd(last: Link, everMade: number): BrokenLink | null {
	return everMade > last.seq ? { seq: last.seq + 1, fault: 'cut-off' } : null;
}
