import type { Instant } from './instant.ts';

type Version = { readonly version: number; readonly savedAt: Instant };

/**
 * From two people’s versions of one account, those that were written independently. Who came second may read the other’s
 * from their own first version on, and the other theirs: so it is their first, and the other’s last from before it. What
 * either corrects once both can be read says nothing of agreement. Moments are whole seconds: what was saved in the same
 * one is taken for later, and somebody’s first version always counts. Null until both have saved. (§7.2, decision 0026)
 */
export function writtenAlone<Saved extends Version>(
	first: readonly Saved[],
	second: readonly Saved[],
): readonly [Saved, Saved] | null {
	const [one, other] = [first, second].map((all) => all.toSorted((a, b) => a.version - b.version));
	const [firstOfOne, firstOfOther] = [one![0], other![0]];
	if (!firstOfOne || !firstOfOther) return null;
	const bothIn = firstOfOne.savedAt > firstOfOther.savedAt ? firstOfOne.savedAt : firstOfOther.savedAt;
	const standing = (all: readonly Saved[]) => all.findLast(({ savedAt }) => savedAt < bothIn) ?? all[0]!;
	return [standing(one!), standing(other!)];
}
