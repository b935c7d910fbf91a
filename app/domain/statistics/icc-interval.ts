import { done, type Outcome } from '../shared/outcome.ts';
import { quantileOfBeta } from './beta.ts';
import { completeRows, intraclassCorrelation, type MeanSquares, meanSquares, type NoIcc } from './icc.ts';

type Interval = { readonly low: number; readonly high: number };

/** The value of form (1,1) with its interval; that is null where the raters differ nowhere, so that no F is finite. */
type IccWithInterval = {
	readonly targets: number;
	readonly value: number | null;
	readonly interval: Interval | null;
};

/** Both tails of 95%. */
const UPPER = 0.975;

/**
 * The intraclass correlation of form (1,1), one rater’s mark where each target has raters of its own, with its 95% interval
 * from the F distribution (Shrout and Fleiss 1979). Refused as `intraclassCorrelation` is. The lower end can be negative.
 */
export function intraclassInterval(ratings: readonly (readonly (number | null)[])[]): Outcome<IccWithInterval, NoIcc> {
	const values = intraclassCorrelation(ratings);
	if (!values.done) return values;
	const rows = completeRows(ratings);
	return done({ targets: rows.length, value: values.value['1,1'], interval: intervalOf(meanSquares(rows)) });
}

/** The `f` below which an F variable with these degrees of freedom lies with this probability. */
export function quantileOfF(probability: number, above: number, below: number): number {
	const x = quantileOfBeta(probability, above / 2, below / 2);
	return (below * x) / (above * (1 - x));
}

/** The interval of the ratio of the targets’ mean square to that within them, put into the form. */
function intervalOf({ n, k, targets, within }: MeanSquares): Interval | null {
	if (within === 0) return null;
	const f = targets / within;
	const [above, below] = [n - 1, n * (k - 1)];
	const put = (ratio: number) => (ratio - 1) / (ratio + k - 1);
	return { low: put(f / quantileOfF(UPPER, above, below)), high: put(f * quantileOfF(UPPER, below, above)) };
}
