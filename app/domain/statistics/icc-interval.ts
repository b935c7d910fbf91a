import { done, type Outcome } from '../shared/outcome.ts';
import { quantileOfBeta } from './beta.ts';
import {
	completeRows,
	type IccForm,
	type IccValues,
	intraclassCorrelation,
	type MeanSquares,
	meanSquares,
	type NoIcc,
} from './icc.ts';

type Interval = { readonly low: number; readonly high: number };

/** Each form with its interval; null where the form has no value, or the raters differ nowhere so that no F is finite. */
type IccWithIntervals = {
	readonly targets: number;
	readonly values: IccValues;
	readonly intervals: Readonly<Record<IccForm, Interval | null>>;
};

/** Both tails of 95%. */
const UPPER = 0.975;

/**
 * The intraclass correlation with its 95% interval in all six forms, from the F distribution: Shrout and Fleiss 1979 for
 * forms 1 and 3, and for form 2 their approximation with Satterthwaite’s degrees of freedom (McGraw and Wong 1996, table 7).
 * Refused as `intraclassCorrelation` is. The lower end can be negative.
 */
export function intraclassIntervals(
	ratings: readonly (readonly (number | null)[])[],
): Outcome<IccWithIntervals, NoIcc> {
	const values = intraclassCorrelation(ratings);
	if (!values.done) return values;
	const rows = completeRows(ratings);
	return done({ targets: rows.length, values: values.value, intervals: intervalsOf(meanSquares(rows), values.value) });
}

/** The `f` below which an F variable with these degrees of freedom lies with this probability. */
export function quantileOfF(probability: number, above: number, below: number): number {
	const x = quantileOfBeta(probability, above / 2, below / 2);
	return (below * x) / (above * (1 - x));
}

function intervalsOf(squares: MeanSquares, values: IccValues): IccWithIntervals['intervals'] {
	const { n, k, targets, within, residual } = squares;
	const one = ratioInterval(targets, within, [n - 1, n * (k - 1)], k);
	const two = absoluteInterval(squares, values['2,1']);
	const three = ratioInterval(targets, residual, [n - 1, (n - 1) * (k - 1)], k);
	return {
		...{ '1,1': one, '2,1': two, '3,1': three },
		...{ '1,k': ofMean(one, k), '2,k': values['2,k'] === null ? null : ofMean(two, k), '3,k': ofMean(three, k) },
	};
}

/** Forms 1 and 3, one rater’s mark: the interval of the ratio of the targets’ mean square to the error’s, put into the form. */
function ratioInterval(
	targets: number,
	error: number,
	[above, below]: readonly [number, number],
	k: number,
): Interval | null {
	if (error === 0) return null;
	const f = targets / error;
	const put = (ratio: number) => (ratio - 1) / (ratio + k - 1);
	return { low: put(f / quantileOfF(UPPER, above, below)), high: put(f * quantileOfF(UPPER, below, above)) };
}

/** Form 2, one rater’s mark; the degrees of freedom of its error are estimated from the mean squares. */
function absoluteInterval({ n, k, targets, raters, residual }: MeanSquares, value: number | null): Interval | null {
	if (value === null || residual === 0) return null;
	const fOfRaters = raters / residual;
	const spread = n * (1 + (k - 1) * value) - k * value;
	const freedom =
		((k - 1) * (n - 1) * (k * value * fOfRaters + spread) ** 2) /
		((n - 1) * k ** 2 * value ** 2 * fOfRaters ** 2 + spread ** 2);
	if (!(freedom > 0) || !Number.isFinite(freedom)) return null;
	const [forLow, forHigh] = [quantileOfF(UPPER, n - 1, freedom), quantileOfF(UPPER, freedom, n - 1)];
	const error = k * raters + (k * n - k - n) * residual;
	return {
		low: (n * (targets - forLow * residual)) / (forLow * error + n * targets),
		high: (n * (forHigh * targets - residual)) / (error + n * forHigh * targets),
	};
}

/** The interval of the mean of k raters from that of one, by the formula of Spearman and Brown. */
function ofMean(interval: Interval | null, k: number): Interval | null {
	if (interval === null) return null;
	const step = (one: number) => (k * one) / (1 + (k - 1) * one);
	return { low: step(interval.low), high: step(interval.high) };
}
