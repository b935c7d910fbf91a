/** Counts from 1 up to this one are hidden in everything that leaves the team (domain rules §9.9). */
const LARGEST_SMALL_COUNT = 4;

/** Counts with their total; null is one that is hidden. */
export type HiddenCounts = { readonly cells: readonly (number | null)[]; readonly total: number | null };

/**
 * Hides every count from 1 to 4, a total too, and as many others as it takes that none can be worked out from the total:
 * what is hidden beside a total that is shown is at least two counts and comes to 5 or more, and no total is hidden over
 * counts that are all shown. The smallest others go first. It holds for one row: a table whose columns are added up as
 * well would need more, so that no such total may be printed below it.
 */
export function hideSmallCounts(counts: readonly number[]): HiddenCounts {
	const all = sum(counts);
	const isTotalSmall = isSmall(all);
	const smallest = counts.map((_, at) => at).toSorted((one, other) => orderOf(counts[one]!) - orderOf(counts[other]!));
	const hidden = new Set(smallest.filter((at) => isSmall(counts[at]!)));
	const others = smallest.filter((at) => !hidden.has(at));
	const isTooFew = () => hidden.size === 1 || sum([...hidden].map((at) => counts[at]!)) <= LARGEST_SMALL_COUNT;
	while (hidden.size > 0 && !isTotalSmall && isTooFew() && others.length > 0) hidden.add(others.shift()!);
	const tellsTotal = hidden.size > 0 && !isTotalSmall && isTooFew();
	return {
		cells: counts.map((count, at) => (hidden.has(at) ? null : count)),
		total: isTotalSmall || tellsTotal ? null : all,
	};
}

/** Nought is hidden last: it hides nothing in itself. */
function orderOf(count: number): number {
	return count === 0 ? Number.POSITIVE_INFINITY : count;
}

function isSmall(count: number): boolean {
	return count >= 1 && count <= LARGEST_SMALL_COUNT;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
