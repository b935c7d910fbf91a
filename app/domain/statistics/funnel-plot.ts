import { logGamma } from './gamma.ts';
import type { Counted } from './p-chart.ts';
import { Z_95 } from './proportion.ts';

/** Lower and upper limit, as shares from 0 to 1. */
export type Limits = readonly [number, number];

/** Names as in tests/fixtures/vectors/p-chart.json. */
export type FunnelLimits = {
	readonly n: number;
	readonly normal95: Limits;
	readonly normal999: Limits;
	readonly binomialQuantile95: Limits;
	readonly binomialQuantile999: Limits;
};

/** Where one group lies: inside the 95% limits, past them (`alert`), or past the 99.9% limits (`alarm`). */
export type FunnelPlace = { readonly place: 'inside' | 'alert' | 'alarm'; readonly side: 'above' | 'below' | null };

/** The 99.95th percentile of the standard normal distribution: two-sided 99.9%. */
export const Z_999 = 3.290526731491926;

/**
 * The limits within which the share of a group of n lies when it differs from the target (0 to 1) by chance alone: normal,
 * θ ± z√(θ(1−θ)/n) held within 0 and 1, and exact: the smallest r with P(X ≤ r) ≥ q, over n. n is whole and at least 1.
 * Spiegelhalter 2002; facts/evaluation §4.
 */
export function funnelLimits(target: number, n: number): FunnelLimits {
	return {
		n,
		normal95: normalLimits(target, n, Z_95),
		normal999: normalLimits(target, n, Z_999),
		binomialQuantile95: [binomialQuantile(0.025, n, target) / n, binomialQuantile(0.975, n, target) / n],
		binomialQuantile999: [binomialQuantile(0.0005, n, target) / n, binomialQuantile(0.9995, n, target) / n],
	};
}

/** Where a group lies against the exact limits around the target; on a limit is inside it. It is no ranking. */
export function funnelPlace({ x, n }: Counted, target: number): FunnelPlace {
	const { binomialQuantile95, binomialQuantile999 } = funnelLimits(target, n);
	const outer = sideOf(x / n, binomialQuantile999);
	if (outer) return { place: 'alarm', side: outer };
	const inner = sideOf(x / n, binomialQuantile95);
	return inner ? { place: 'alert', side: inner } : { place: 'inside', side: null };
}

/** A sum of sixty terms may come out a hair below the probability that it is: half of fifteen even trials are at most seven. */
const HAIR = 1e-12;

/** The smallest number of successes in n trials that is not exceeded with at least this probability. */
export function binomialQuantile(probability: number, n: number, share: number): number {
	if (share === 0) return 0;
	let below = 0;
	for (let successes = 0; successes < n; successes += 1) {
		below += binomialProbability(successes, n, share);
		if (below >= probability * (1 - HAIR)) return successes;
	}
	return n;
}

function binomialProbability(successes: number, n: number, share: number): number {
	const ways = logGamma(n + 1) - logGamma(successes + 1) - logGamma(n - successes + 1);
	return Math.exp(ways + successes * Math.log(share) + (n - successes) * Math.log1p(-share));
}

function normalLimits(target: number, n: number, z: number): Limits {
	const reach = z * Math.sqrt((target * (1 - target)) / n);
	return [Math.max(0, target - reach), Math.min(1, target + reach)];
}

function sideOf(share: number, [lower, upper]: Limits): 'above' | 'below' | null {
	if (share < lower) return 'below';
	return share > upper ? 'above' : null;
}
