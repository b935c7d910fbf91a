import type { AppContext } from '#app/context.ts';
import { BEFORE_FIRST, type BrokenLink, checkEnd, checkLink, type Link } from '#app/domain/audit/chain.ts';
import { countEntriesEverMade, iterateChain } from '#db/queries/audit/chain.ts';

export type Verified = {
	/** How many entries were found whole, from the first on. */
	readonly entries: number;
	/** The last of them: to be kept elsewhere and given to the next verification. */
	readonly last: Link;
	readonly broken: BrokenLink | null;
};

/**
 * Goes through the whole chain of audit entries, one at a time, and stops at the first that is not what was written. With
 * `kept`, a link that somebody kept elsewhere, it is also sure of the end, and that nobody made the chain anew.
 */
export function verifyAudit({ db }: AppContext, kept: Link | null): Verified {
	let last = BEFORE_FIRST;
	for (const link of iterateChain(db)) {
		const broken = checkLink(last, link) ?? notAsKept(link, kept);
		if (broken) return { entries: last.seq, last, broken };
		last = { seq: link.seq, hash: link.hash };
	}
	const isShort = kept !== null && kept.seq > last.seq;
	const broken = isShort
		? ({ seq: last.seq + 1, fault: 'cut-off' } as const)
		: checkEnd(last, countEntriesEverMade(db));
	return { entries: last.seq, last, broken };
}

function notAsKept({ seq, hash }: Link, kept: Link | null): BrokenLink | null {
	return kept !== null && kept.seq === seq && kept.hash !== hash ? { seq, fault: 'not-as-kept' } : null;
}
