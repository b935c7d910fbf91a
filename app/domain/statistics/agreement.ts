import { done, type Outcome, refused } from '../shared/outcome.ts';

/** How two raters’ answers fall together: rows are the first rater’s categories, columns the second’s, in one order. */
export type AgreementTable = readonly (readonly number[])[];

export type NoKappa = 'nothing-rated-by-both' | 'one-category-only';

export type KappaBand = 'poor' | 'slight' | 'fair' | 'moderate' | 'substantial' | 'almost perfect';

/** `n` things rated by both, `same` alike; both shares from 0 to 1 and null without any. */
export type Agreement = {
	readonly n: number;
	readonly same: number;
	readonly agreement: number | null;
	readonly expectedByChance: number | null;
	readonly kappa: Outcome<number, NoKappa>;
};

/** Of fewer pairs, sessions or activities than this the counts stand alone: no band, no correlation, and marked as few (facts/fidelity §5, ours). */
export const FEWEST_TO_JUDGE = 10;

/**
 * Percent agreement and Cohen’s unweighted kappa, (po − pe)/(1 − pe), po = Σ diagonal/n, pe = Σ row·column/n². Kappa is
 * refused as `nothing-rated-by-both` when n is 0, and as `one-category-only` when chance alone agrees always (pe = 1),
 * judged in whole numbers. Cohen 1960; facts/fidelity §5.
 */
export function agreementOf(table: AgreementTable): Agreement {
	const rows = table.map(sum);
	const columns = table.map((_, column) => sum(table.map((row) => row[column] ?? 0)));
	const n = sum(rows);
	const same = sum(table.map((row, index) => row[index] ?? 0));
	if (n === 0) {
		const kappa = refused('nothing-rated-by-both');
		return { n, same, agreement: null, expectedByChance: null, kappa };
	}
	const chance = sum(rows.map((row, index) => row * columns[index]!));
	const kappa = chance === n * n ? refused('one-category-only') : done((n * same - chance) / (n * n - chance));
	return { n, same, agreement: same / n, expectedByChance: chance / (n * n), kappa };
}

/** The table of two raters’ answers to the same things; a thing that one of them left out (null) is in no cell. */
export function agreementTable<Rating>(
	pairs: readonly (readonly [Rating | null, Rating | null])[],
	categories: readonly Rating[],
): AgreementTable {
	return categories.map((first) =>
		categories.map((second) => pairs.filter(([one, other]) => one === first && other === second).length),
	);
}

/**
 * The words for a kappa from so many pairs: Landis and Koch 1977, the unrounded value against .20, .40, .60 and .80;
 * below 0 poor. Null for fewer than `FEWEST_TO_JUDGE` pairs. facts/fidelity §5.
 */
export function kappaBand(kappa: number, n: number): KappaBand | null {
	if (n < FEWEST_TO_JUDGE) return null;
	if (kappa < 0) return 'poor';
	if (kappa <= 0.2) return 'slight';
	if (kappa <= 0.4) return 'fair';
	if (kappa <= 0.6) return 'moderate';
	return kappa <= 0.8 ? 'substantial' : 'almost perfect';
}

/** Why there is no kappa, in a sentence. */
export function sentenceForNoKappa(why: NoKappa): string {
	return why === 'one-category-only'
		? 'Kappa is not calculable: both used one and the same category throughout, so chance alone would agree always. Look at the agreement and its count.'
		: 'Kappa is not calculable: nothing was rated by both.';
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
