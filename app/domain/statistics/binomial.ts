import { betaBelow } from './beta.ts';

/**
 * How likely it is that at most `x` of `n` are counted when each is with probability `p`, exactly and not by the normal
 * curve: P(X ≤ x) is the incomplete beta function of 1 − p with shapes n − x and x + 1 (Abramowitz and Stegun 26.5.24). For
 * whole 0 ≤ x ≤ n and p from 0 to 1.
 */
export function chanceOfAtMost(x: number, n: number, p: number): number {
	return x >= n ? 1 : betaBelow(1 - p, n - x, x + 1);
}
