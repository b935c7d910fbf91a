/** No words on a concern are longer in one save; more can be added in another. */
export const LONGEST_CONCERN = 2000;

/** What one save adds to a concern. Null: nothing new of that. */
export type ConcernEntry = {
	readonly words: string | null;
	/** Whether the referrer is to be told that there is something to talk about; never what. */
	readonly tellReferrer: boolean | null;
};

export type ConcernStanding = {
	/** Somebody has said in words what it was. */
	readonly isDescribed: boolean;
	/** The answer that was given last; null while nobody was asked or has answered. */
	readonly tellReferrer: boolean | null;
};

/** How a concern stands by everything that was said of it, in order (§5.7). */
export function standingOfConcern(history: readonly ConcernEntry[]): ConcernStanding {
	return {
		isDescribed: history.some(({ words }) => words !== null),
		tellReferrer: history.findLast(({ tellReferrer }) => tellReferrer !== null)?.tellReferrer ?? null,
	};
}

/**
 * What a page that showed the first `opened` lines of the history adds to it: nothing is ever overwritten, and words that
 * came since, by a second tap or the same page sent again, are not said twice. An answer about the referrer that was not
 * touched on that page changes nothing. Null when nothing is new.
 */
export function additionTo(
	history: readonly ConcernEntry[],
	opened: number,
	{ words, tellReferrer }: ConcernEntry,
): ConcernEntry | null {
	const said = words?.trim() || null;
	const isRepeated = history.slice(opened).some((entry) => entry.words === said);
	const before = standingOfConcern(history.slice(0, opened)).tellReferrer;
	const isKept = tellReferrer === before || tellReferrer === standingOfConcern(history).tellReferrer;
	const added = { words: isRepeated ? null : said, tellReferrer: isKept ? null : tellReferrer };
	return added.words === null && added.tellReferrer === null ? null : added;
}
