/** A count with what it is out of; `percent` is whole, and null when it is out of nothing. */
export type Share = { readonly count: number; readonly outOf: number; readonly percent: number | null };

/** The share with its counts, because a percentage never stands alone; 0 of 0 is no data, not 0% (§6.4). */
export function shareOf(count: number, outOf: number): Share {
	return { count, outOf, percent: percentOf(count, outOf) };
}

/** The whole percentage, halves rounded up (12.5% is 13); reckoned in whole numbers, so no half is lost. Null when out of 0. */
export function percentOf(count: number, outOf: number): number | null {
	return outOf === 0 ? null : Math.floor((200 * count + outOf) / (2 * outOf));
}
