import { done, type Outcome, refused } from '../shared/outcome.ts';

/**
 * The six forms of Shrout and Fleiss: 1 different raters for each target, 2 the same sampled raters, 3 just these; one
 * rater’s mark or the mean of k.
 */
export const ICC_FORMS = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const;
export type IccForm = (typeof ICC_FORMS)[number];

/** Null where the form’s denominator is not above 0; a value can be negative. */
export type IccValues = Readonly<Record<IccForm, number | null>>;

export type NoIcc = 'one-rater' | 'too-few-targets' | 'targets-alike';

/** Mean squares: between targets, within them, between raters, and the residual. */
export type MeanSquares = {
	readonly n: number;
	readonly k: number;
	readonly targets: number;
	readonly within: number;
	readonly raters: number;
	readonly residual: number;
};

/** Rounding in sums of squares, as a share of the largest square: below it they are 0. */
const DUST = 1e-20;

/**
 * Intraclass correlation of one row a target and one column a rater, in all six forms, from the mean squares of a two-way
 * table; a target that somebody did not rate (null) is left out. Refused as `one-rater`, as `too-few-targets` (fewer than
 * two rated by everybody), and as `targets-alike` when the targets’ means do not differ, so that nothing can be told
 * apart. Shrout and Fleiss 1979; facts/fidelity §5.
 */
export function intraclassCorrelation(ratings: readonly (readonly (number | null)[])[]): Outcome<IccValues, NoIcc> {
	const raters = ratings[0]?.length ?? 0;
	if (raters < 2) return refused('one-rater');
	const complete = completeRows(ratings);
	if (complete.length < 2) return refused('too-few-targets', { targets: complete.length });
	const squares = meanSquares(complete);
	return squares.targets === 0 ? refused('targets-alike') : done(formsOf(squares));
}

/** The targets that everybody rated. */
export function completeRows(ratings: readonly (readonly (number | null)[])[]): readonly (readonly number[])[] {
	return ratings.filter((row): row is readonly number[] => row.every((rating) => rating !== null));
}

/** Why there is no intraclass correlation, in a sentence. */
export function sentenceForNoIcc(why: NoIcc): string {
	const reasons = {
		'one-rater': 'there must be at least two raters',
		'too-few-targets': 'at least two targets must be rated by everybody',
		'targets-alike': 'the targets were all rated alike on average, so there is nothing to tell apart',
	};
	return `The intraclass correlation is not calculable: ${reasons[why]}.`;
}

function formsOf({ n, k, targets, within, raters, residual }: MeanSquares): IccValues {
	const apart = (raters - residual) / n;
	return {
		'1,1': ratio(targets - within, targets + (k - 1) * within),
		'2,1': ratio(targets - residual, targets + (k - 1) * residual + k * apart),
		'3,1': ratio(targets - residual, targets + (k - 1) * residual),
		'1,k': ratio(targets - within, targets),
		'2,k': ratio(targets - residual, targets + apart),
		'3,k': ratio(targets - residual, targets),
	};
}

/** The mean squares of a two-way table without a gap, one row a target and one column a rater. */
export function meanSquares(rows: readonly (readonly number[])[]): MeanSquares {
	const [n, k] = [rows.length, rows[0]!.length];
	const all = rows.flat();
	const grand = mean(all);
	const ofTargets = k * squaresAround(rows.map(mean), grand);
	const columns = rows[0]!.map((_, column) => mean(rows.map((row) => row[column]!)));
	const ofRaters = n * squaresAround(columns, grand);
	const total = squaresAround(all, grand);
	const dust = DUST * Math.max(...all.map((rating) => rating ** 2));
	const clean = (squares: number) => (squares <= dust * n * k ? 0 : squares);
	return {
		n,
		k,
		targets: clean(ofTargets) / (n - 1),
		within: clean(total - ofTargets) / (n * (k - 1)),
		raters: clean(ofRaters) / (k - 1),
		residual: clean(total - ofTargets - ofRaters) / ((n - 1) * (k - 1)),
	};
}

function squaresAround(numbers: readonly number[], middle: number): number {
	return numbers.reduce((total, number) => total + (number - middle) ** 2, 0);
}

function mean(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0) / numbers.length;
}

function ratio(above: number, below: number): number | null {
	return below > 0 ? above / below : null;
}
