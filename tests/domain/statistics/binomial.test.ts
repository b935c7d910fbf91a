import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOfAtMost } from '#app/domain/statistics/binomial.ts';

/** Added up term by term. */
function summed(x: number, n: number, p: number): number {
	let [term, sum] = [(1 - p) ** n, 0];
	for (let count = 0; count <= x; count += 1) {
		sum += term;
		term *= (((n - count) / (count + 1)) * p) / (1 - p);
	}
	return sum;
}

test('by hand: three coins show at most one head in half of all throws, at most all always', () => {
	expect(chanceOfAtMost(1, 3, 0.5)).toBeCloseTo(0.5, 12);
	expect(chanceOfAtMost(0, 3, 0.5)).toBeCloseTo(0.125, 12);
	expect(chanceOfAtMost(3, 3, 0.5)).toBe(1);
	// One of eight missing, where 1 in 96 is: 1 − (95/96)^8.
	expect(chanceOfAtMost(7, 8, 95 / 96)).toBeCloseTo(1 - (95 / 96) ** 8, 12);
});

test('what is certain is certain', () => {
	expect([chanceOfAtMost(2, 5, 0), chanceOfAtMost(2, 5, 1), chanceOfAtMost(5, 5, 1)]).toEqual([1, 0, 1]);
});

test('it is the sum of its terms', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 40 }),
			fc.nat(40),
			fc.double({ min: 0.01, max: 0.99, noNaN: true }),
			(n, x, p) => {
				fc.pre(x <= n);
				expect(chanceOfAtMost(x, n, p)).toBeCloseTo(summed(x, n, p), 9);
			},
		),
	);
});
