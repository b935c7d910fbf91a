/** A stretch of one text: the same in the other, or only here. */
export type Stretch = { readonly text: string; readonly isOnlyHere: boolean };

/** Two texts beside one another: each whole, in stretches. */
export type WordChanges = { readonly before: readonly Stretch[]; readonly after: readonly Stretch[] };

/**
 * What differs between two texts, word by word: the longest row of words that both have in the same order is the same,
 * everything else is only in its own. Line breaks and spaces count as they stand.
 */
export function wordChanges(before: string, after: string): WordChanges {
	const [one, other] = [piecesOf(before), piecesOf(after)];
	const kept = inBoth(one, other);
	return {
		before: stretchesOf(one, new Set(kept.map(([index]) => index))),
		after: stretchesOf(other, new Set(kept.map(([, index]) => index))),
	};
}

function piecesOf(text: string): readonly string[] {
	return text.match(/\s+|[^\s]+/gu) ?? [];
}

/** The longest common row, as pairs of places; messages are short enough for a table of both. */
function inBoth(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
	const longest = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
	for (let row = one.length - 1; row >= 0; row -= 1) {
		for (let column = other.length - 1; column >= 0; column -= 1) {
			const skipped = Math.max(longest[row + 1]![column]!, longest[row]![column + 1]!);
			longest[row]![column] = one[row] === other[column] ? longest[row + 1]![column + 1]! + 1 : skipped;
		}
	}
	const pairs: [number, number][] = [];
	let [row, column] = [0, 0];
	while (row < one.length && column < other.length) {
		if (one[row] === other[column]) pairs.push([row++, column++]);
		else if (longest[row + 1]![column]! >= longest[row]![column + 1]!) row += 1;
		else column += 1;
	}
	return pairs;
}

function stretchesOf(pieces: readonly string[], kept: ReadonlySet<number>): readonly Stretch[] {
	const stretches: Stretch[] = [];
	for (const [index, text] of pieces.entries()) {
		const isOnlyHere = !kept.has(index);
		const last = stretches.at(-1);
		if (last?.isOnlyHere === isOnlyHere) stretches[stretches.length - 1] = { text: last.text + text, isOnlyHere };
		else stretches.push({ text, isOnlyHere });
	}
	return stretches;
}
