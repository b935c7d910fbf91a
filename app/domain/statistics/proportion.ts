import { done, type Outcome, refused } from '../shared/outcome.ts';
import { quantileOfBeta } from './beta.ts';

/** Limits of a 95% interval, as shares from 0 to 1. */
export type Interval = { readonly lower: number; readonly upper: number };

/** The 97.5th percentile of the standard normal distribution: two-sided 95%. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson's 95% score interval, without continuity correction, for `count` of `outOf`; exactly 0 below when nothing
 * counts and exactly 1 above when everything does. Null when it is out of 0. Wilson 1927; facts/evaluation §4.
 */
export function wilsonInterval(count: number, outOf: number): Interval | null {
	if (outOf === 0) return null;
	const share = count / outOf;
	const square = Z_95 ** 2;
	const middle = share + square / (2 * outOf);
	const reach = Z_95 * Math.sqrt((share * (1 - share)) / outOf + square / (4 * outOf ** 2));
	const scale = 1 + square / outOf;
	return {
		lower: count === 0 ? 0 : (middle - reach) / scale,
		upper: count === outOf ? 1 : (middle + reach) / scale,
	};
}

/** The exact 95% interval of Clopper and Pearson, from the beta distribution; null when it is out of 0. */
export function clopperPearsonInterval(count: number, outOf: number): Interval | null {
	if (outOf === 0) return null;
	return {
		lower: count === 0 ? 0 : quantileOfBeta(0.025, count, outOf - count + 1),
		upper: count === outOf ? 1 : quantileOfBeta(0.975, count + 1, outOf - count),
	};
}

export type ProportionDocument = {
	readonly estimate: number | null;
	readonly wilson: Interval | null;
	readonly clopperPearson: Interval | null;
};

/** Both intervals as the command line prints them; everything is null for 0 of 0. Refused unless 0 ≤ count ≤ outOf, whole. */
export function proportionDocument(count: number, outOf: number): Outcome<ProportionDocument, 'not-a-proportion'> {
	const whole = [count, outOf].every((number) => Number.isSafeInteger(number) && number >= 0);
	if (!whole || count > outOf) return refused('not-a-proportion', { count, outOf });
	return done({
		estimate: outOf === 0 ? null : count / outOf,
		wilson: wilsonInterval(count, outOf),
		clopperPearson: clopperPearsonInterval(count, outOf),
	});
}
