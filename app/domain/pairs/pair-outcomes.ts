import type { Fate } from '../attrition/enrolment-funnel.ts';

/**
 * What became of one family in a linked pair of cohorts. The first four are the outcomes; the others are none: a side that
 * goes on, an ending that nobody recorded, and a family of which one side alone has a place in the pair.
 */
export const PAIR_OUTCOMES = [
	'both',
	'perpetrator-only',
	'survivor-only',
	'neither',
	'in-progress',
	'not-recorded',
	'one-side-placed',
] as const;
export type PairOutcome = (typeof PAIR_OUTCOMES)[number];

/** The places that one family has in the two cohorts of a pair, by what became of each. */
export type FamilyInPair = { readonly perpetrator: readonly Fate[]; readonly survivor: readonly Fate[] };

/**
 * The outcome of a family in a linked pair. A side has completed when anybody of it has; while somebody of a side goes on,
 * or their ending is not recorded, nothing is said of the family yet, whatever became of its other side (§4).
 */
export function pairOutcomeOf({ perpetrator, survivor }: FamilyInPair): PairOutcome {
	if (perpetrator.length === 0 || survivor.length === 0) return 'one-side-placed';
	const sides = [standingOf(perpetrator), standingOf(survivor)] as const;
	if (sides.includes('in-progress')) return 'in-progress';
	if (sides.includes('not-recorded')) return 'not-recorded';
	const [his, hers] = sides.map((standing) => standing === 'completed');
	if (his && hers) return 'both';
	if (his) return 'perpetrator-only';
	return hers ? 'survivor-only' : 'neither';
}

function standingOf(fates: readonly Fate[]): Fate {
	const standing = (['completed', 'in-progress', 'not-recorded'] as const).find((fate) => fates.includes(fate));
	return standing ?? 'left';
}
