import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ICC_FORMS } from '#app/domain/statistics/icc.ts';
import { intraclassIntervals, quantileOfF } from '#app/domain/statistics/icc-interval.ts';

// Shrout and Fleiss 1979, table 2: six targets, four judges.
const SHROUT_FLEISS = [
	[9, 2, 5, 8],
	[6, 1, 3, 2],
	[8, 4, 6, 8],
	[7, 1, 2, 6],
	[10, 5, 6, 9],
	[6, 2, 4, 7],
];

test('the intervals of Shrout and Fleiss’s own example, as the R package psych prints them', () => {
	const { targets, values, intervals } = of(SHROUT_FLEISS);
	expect(targets).toBe(6);
	expect(values['2,1']).toBeCloseTo(0.29, 2);
	const rounded = ICC_FORMS.map((form) => [intervals[form]!.low.toFixed(3), intervals[form]!.high.toFixed(2)]);
	expect(Object.fromEntries(ICC_FORMS.map((form, at) => [form, rounded[at]]))).toEqual({
		'1,1': ['-0.133', '0.72'],
		'2,1': ['0.019', '0.76'],
		'3,1': ['0.342', '0.95'],
		'1,k': ['-0.884', '0.91'],
		'2,k': ['0.071', '0.93'],
		'3,k': ['0.676', '0.99'],
	});
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
	expect(intraclassIntervals([[1, 2]])).toMatchObject({ code: 'too-few-targets' });
	expect(intraclassIntervals([[1], [2]])).toMatchObject({ code: 'one-rater' });
	const alike = of([
		[1, 1],
		[2, 2],
		[5, 5],
	]);
	expect(alike.values['1,1']).toBeCloseTo(1, 12);
	for (const form of ICC_FORMS) expect(alike.intervals[form]).toBeNull();
	const shifted = of([
		[1, 3],
		[2, 4],
		[5, 7],
	]);
	expect([shifted.intervals['2,1'], shifted.intervals['3,1']]).toEqual([null, null]);
	expect(shifted.intervals['1,1']).not.toBeNull();
});

test('a target that somebody did not rate is in neither the value nor the interval', () => {
	expect(of([...SHROUT_FLEISS, [1, null, 1, 1]])).toEqual(of(SHROUT_FLEISS));
});

test('the same table written out more often has the same value and a narrower interval', () => {
	const width = (copies: number) => {
		const { low, high } = of(Array.from({ length: copies }, () => SHROUT_FLEISS).flat()).intervals['1,1']!;
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
			const outcome = intraclassIntervals(rows);
			if (!outcome.done) return;
			const { values, intervals } = outcome.value;
			for (const form of ['1,1', '3,1'] as const) {
				const interval = intervals[form];
				if (!interval) continue;
				expect(interval.low).toBeLessThanOrEqual(values[form]! + 1e-9);
				expect(interval.high).toBeGreaterThanOrEqual(values[form]! - 1e-9);
			}
		}),
	);
});

function of(rows: readonly (readonly (number | null)[])[]) {
	const outcome = intraclassIntervals(rows);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}
