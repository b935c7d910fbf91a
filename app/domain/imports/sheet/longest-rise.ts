/**
 * Which members of a list must belong to any longest strictly rising selection of it. In 1, 2, 9, 3, 4 all but 9 do; in
 * 1, 3, 2, 4 neither 3 nor 2 does, because either could be the one that is out of place.
 */
export function longestRiseMembers(values: readonly string[]): readonly boolean[] {
	const upTo = runsEndingAt(values, (earlier, later) => earlier < later);
	const from = runsEndingAt(values.toReversed(), (later, earlier) => later > earlier).toReversed();
	const longest = Math.max(0, ...upTo);
	const onOne = values.map((_, at) => upTo[at]! + from[at]! - 1 === longest);
	return values.map((_, at) => onOne[at]! && onOne.filter((on, other) => on && upTo[other] === upTo[at]).length === 1);
}

function runsEndingAt(values: readonly string[], rises: (one: string, next: string) => boolean): number[] {
	const runs: number[] = [];
	for (const value of values) {
		const before = runs.filter((_, other) => rises(values[other]!, value));
		runs.push(1 + Math.max(0, ...before));
	}
	return runs;
}
