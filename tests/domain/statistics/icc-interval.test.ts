import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intraclassInterval, quantileOfF } from '#app/domain/statistics/icc-interval.ts';

// Shrout and Fleiss 1979, table 2: six targets, four judges.
const SHROUT_FLEISS = [
	[9, 2, 5, 8],
	[6, 1, 3, 2],
	[8, 4, 6, 8],
	[7, 1, 2, 6],
	[10, 5, 6, 9],
	[6, 2, 4, 7],
];

test('the interval of Shrout and Fleiss’s own example, as the R package psych prints it', () => {
	const { targets, value, interval } = of(SHROUT_FLEISS);
	expect(targets).toBe(6);
	expect(value).toBeCloseTo(0.17, 2);
	expect([interval!.low.toFixed(3), interval!.high.toFixed(2)]).toEqual(['-0.133', '0.72']);
});

test('the quantiles of F are those of the printed tables', () => {
	// Upper 2.5% points: F(1, 1), F(5, 18), F(5, 15), F(10, 10), F(2, 120).
	expect(quantileOfF(0.975, 1, 1)).toBeCloseTo(647.79, 1);
	expect(quantileOfF(0.975, 5, 18)).toBeCloseTo(3.38, 2);
	expect(quantileOfF(0.975, 5, 15)).toBeCloseTo(3.58, 2);
	expect(quantileOfF(0.975, 10, 10)).toBeCloseTo(3.72, 2);
	expect(quantileOfF(0.975, 2, 120)).toBeCloseTo(3.8, 2);
	expect(quantileOfF(0.5, 7, 7)).toBeCloseTo(1, 9);
});

test('what has no correlation has no interval; raters who differ nowhere have a value and no interval', () => {
	expect(intraclassInterval([[1, 2]])).toMatchObject({ code: 'too-few-targets' });
	expect(intraclassInterval([[1], [2]])).toMatchObject({ code: 'one-rater' });
	const alike = of([
		[1, 1],
		[2, 2],
		[5, 5],
	]);
	expect(alike.value).toBeCloseTo(1, 12);
	expect(alike.interval).toBeNull();
	const shifted = of([
		[1, 3],
		[2, 4],
		[5, 7],
	]);
	expect(shifted.interval).not.toBeNull();
});

test('a target that somebody did not rate is in neither the value nor the interval', () => {
	expect(of([...SHROUT_FLEISS, [1, null, 1, 1]])).toEqual(of(SHROUT_FLEISS));
});

test('the same table written out more often has the same value and a narrower interval', () => {
	const width = (copies: number) => {
		const { low, high } = of(Array.from({ length: copies }, () => SHROUT_FLEISS).flat()).interval!;
		return high - low;
	};
	expect(width(2)).toBeLessThan(width(1));
	expect(width(8)).toBeLessThan(width(2));
});

test('where there is an interval, the value lies in it', () => {
	const tables = fc.integer({ min: 2, max: 5 }).chain((raters) =>
		fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: raters, maxLength: raters }), {
			minLength: 3,
			maxLength: 12,
		}),
	);
	fc.assert(
		fc.property(tables, (rows) => {
			const outcome = intraclassInterval(rows);
			if (!outcome.done) return;
			const { value, interval } = outcome.value;
			if (!interval) return;
			expect(interval.low).toBeLessThanOrEqual(value! + 1e-9);
			expect(interval.high).toBeGreaterThanOrEqual(value! - 1e-9);
		}),
	);
});

function of(rows: readonly (readonly (number | null)[])[]) {
	const outcome = intraclassInterval(rows);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}
