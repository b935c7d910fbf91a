/** Counts from 1 up to this one are hidden in everything that leaves the team (domain rules §9.9). */
const LARGEST_SMALL_COUNT = 4;

/** Counts with their total; null is one that is hidden. */
export type HiddenCounts = { readonly cells: readonly (number | null)[]; readonly total: number | null };

/** A count that nothing else is added up with: null, hidden, from 1 to 4 (§9.9). */
export function hideSmallCount(count: number): number | null {
	return isSmall(count) ? null : count;
}

/**
 * The counts of one row with their total. As soon as one is from 1 to 4, every count up to 4 is hidden, noughts among them,
 * and the total; of one alone the next as well (the first after the last), whatever it is. What is hidden never goes by how
 * large a count above 4 is or what the hidden ones come to: whoever knows this rule would read a small count from that. So
 * every hidden count may be another one, 0 among them, and nobody who has the row can say which (§9.9, decision 0033).
 */
export function hideSmallCounts(counts: readonly number[]): HiddenCounts {
	if (!counts.some(isSmall)) return { cells: counts, total: sum(counts) };
	const low = counts.flatMap((count, at) => (count <= LARGEST_SMALL_COUNT ? [at] : []));
	const hidden = new Set(low.length > 1 ? low : [low[0]!, (low[0]! + 1) % counts.length]);
	return { cells: counts.map((count, at) => (hidden.has(at) ? null : count)), total: null };
}

/**
 * The counts of the answers to one question, of several questions on the same records; null when one of them is from 1 to 4:
 * then all are hidden, and how many answers there are. The records’ own number (`hideSmallCount`) may stand beside them,
 * because one question that is shown whole tells it of all (§9.9, decision 0033).
 */
export function hideSmallAnswers(counts: readonly number[]): readonly number[] | null {
	return counts.some(isSmall) ? null : counts;
}

function isSmall(count: number): boolean {
	return count >= 1 && count <= LARGEST_SMALL_COUNT;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
