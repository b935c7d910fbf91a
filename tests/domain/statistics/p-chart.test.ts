import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCounted, MOST_COUNTED, pChart } from '#app/domain/statistics/p-chart.ts';
import {
	pChartWarnings,
	readCounted,
	sentenceForCounted,
	sentenceForSignal,
} from '#app/domain/statistics/p-chart-document.ts';
import vectors from '#tests/fixtures/vectors/p-chart.json' with { type: 'json' };

for (const { id, x, n, expected } of vectors.cases) {
	test(`the chart of ${id} is that of the vector`, () => {
		const chart = chartOf(x.map((count, index) => ({ x: count, n: n[index]! })));
		expect([chart.sumX, chart.sumN]).toEqual([expected.sumX, expected.sumN]);
		expect(chart.centre).toBeCloseTo(expected.centre, 9);
		expect(chart.points).toEqual(
			expected.points.map(({ p, sigma, lcl, ucl, ...exactly }) => ({
				...exactly,
				p: expect.closeTo(p, 9),
				sigma: expect.closeTo(sigma, 9),
				lcl: expect.closeTo(lcl, 9),
				ucl: expect.closeTo(ucl, 9),
			})),
		);
		expect(chart.runsOfSevenOneSide).toEqual(expected.runsOfSevenOneSide);
	});
}

test('signals name the rule, the points and the side', () => {
	const outside = chartOf([30, 28, 33, 31, 29, 50, 27, 32, 30, 31].map((x) => ({ x, n: 100 })));
	expect(outside.signals).toEqual([{ rule: 1, fromPoint: 6, toPoint: 6, side: 'above' }]);
	const below = chartOf([30, 28, 33, 31, 29, 10, 27, 32, 30, 31].map((x) => ({ x, n: 100 })));
	expect(below.signals).toEqual([{ rule: 1, fromPoint: 6, toPoint: 6, side: 'below' }]);
	const run = chartOf([20, 22, 25, 31, 33, 32, 35, 34, 36, 33, 21, 22].map((x) => ({ x, n: 100 })));
	expect(run.signals).toEqual([{ rule: 2, fromPoint: 4, toPoint: 10, side: 'above' }]);
	expect([outside.signals[0]!, run.signals[0]!].map(sentenceForSignal)).toEqual([
		'Rule 1: point 6 is above its limit.',
		'Rule 2: points 4 to 10, 7 in a row, are above the centre.',
	]);
});

test('a run is told in its whole length; a point on the centre ends it; a run at the end counts', () => {
	const runs = (xs: readonly number[]) => chartOf(xs.map((x) => ({ x, n: 10 }))).runsOfSevenOneSide;
	expect(runs([6, 6, 6, 6, 6, 6, 6, 6, 2, 2, 2, 2])).toEqual([{ fromPoint: 1, toPoint: 8, side: 'above' }]);
	// Centre 5: the fifth point lies on it.
	expect(runs([6, 6, 6, 6, 5, 6, 6, 6, 4, 4, 4, 4, 3, 4])).toEqual([]);
	expect(runs([9, 9, 9, 4, 4, 4, 4, 4, 4, 4])).toEqual([{ fromPoint: 4, toPoint: 10, side: 'below' }]);
	expect(runs([5, 5, 5, 5, 5, 5, 5, 5])).toEqual([]);
});

test('a point exactly on its limit is inside', () => {
	// Centre 1/2 and n 9: the limits are 1/2 ± 1/2. 9 of 9 is on the upper one.
	expect(
		chartOf([
			{ x: 9, n: 9 },
			{ x: 0, n: 9 },
		]).points.map((point) => point.outside),
	).toEqual([false, false]);
	// Centre 1/10, n 100: sigma 0.03, upper limit 0.19.
	const at = (x: number) =>
		chartOf([
			{ x, n: 100 },
			{ x: 100 - x, n: 900 },
		]).points[0]!;
	expect([at(19).outside, at(20).outside]).toEqual([false, true]);
	expect(at(19).ucl).toBeCloseTo(0.19, 12);
	expect(
		chartOf([
			{ x: 4, n: 4 },
			{ x: 6, n: 6 },
		]).points.map((point) => point.outside),
	).toEqual([false, false]);
	expect(
		chartOf([
			{ x: 0, n: 4 },
			{ x: 0, n: 6 },
		]).points.map((point) => point.outside),
	).toEqual([false, false]);
});

test('exactly five expected on the smaller side is enough', () => {
	const low = (n: number, total: number) =>
		chartOf([
			{ x: n / 10, n },
			{ x: total / 10 - n / 10, n: total - n },
		]).points[0]!.lowCount;
	expect([low(50, 1000), low(40, 1000)]).toEqual([false, true]);
	expect(
		chartOf([
			{ x: 45, n: 50 },
			{ x: 855, n: 950 },
		]).points[0]!.lowCount,
	).toBe(false);
	expect(
		chartOf([
			{ x: 36, n: 40 },
			{ x: 864, n: 960 },
		]).points[0]!.lowCount,
	).toBe(true);
});

test('the warning names the points, or says that all are too small', () => {
	expect(
		pChartWarnings(
			chartOf([
				{ x: 40, n: 200 },
				{ x: 44, n: 200 },
			]),
		),
	).toEqual([]);
	expect(
		pChartWarnings(
			chartOf([
				{ x: 4, n: 8 },
				{ x: 44, n: 200 },
				{ x: 1, n: 9 },
			]),
		),
	).toEqual(['At point 1, 3 fewer than 5 are expected on one side, too few for these limits. Pool months or groups.']);
	expect(pChartWarnings(chartOf([{ x: 4, n: 8 }]))[0]).toContain('At every point fewer than 5');
});

test('what is no count is refused with its point', () => {
	expect(pChart([])).toMatchObject({ done: false, code: 'no-points' });
	expect(
		pChart([
			{ x: 1, n: 2 },
			{ x: 3, n: 2 },
		]),
	).toEqual({ done: false, code: 'not-a-count', details: { point: 2, x: 3, n: 2 } });
	expect(pChart([{ x: 3, n: 2 }])).toMatchObject({ code: 'not-a-count', details: { point: 1 } });
	for (const [x, n] of [
		[0, 0],
		[-1, 3],
		[0.5, 3],
		[1, 2.5],
		[1, Number.NaN],
		[1, MOST_COUNTED + 1],
	] as const) {
		expect(isCounted({ x, n })).toBe(false);
	}
	for (const [x, n] of [
		[0, 1],
		[1, 1],
		[0, MOST_COUNTED],
		[MOST_COUNTED, MOST_COUNTED],
	] as const) {
		expect(isCounted({ x, n })).toBe(true);
	}
});

test('points are read as two lists or as one, and what is wrong is named', () => {
	const points = [
		{ x: 1, n: 2 },
		{ x: 2, n: 2 },
	];
	for (const json of [{ x: [1, 2], n: [2, 2] }, points, { points }]) {
		expect(readCounted(json)).toEqual({ done: true, value: points });
	}
	const said = (json: unknown) => {
		const read = readCounted(json);
		return read.done ? read.value : sentenceForCounted(read);
	};
	for (const json of [null, 7, 'x', {}, { x: [1] }, { x: [1], n: 3 }, { n: [1] }])
		expect(said(json)).toContain('There are no points');
	expect(said({ x: [1], n: [] })).toBe('There are 1 numbers in “x” and 0 in “n”: give as many of each.');
	expect(said({ x: [1, 'a'], n: [2, 2] })).toContain('Point 2 is a of 2: give whole numbers');
	expect(said([{ x: 1, n: 2 }, { x: 1 }])).toContain('Point 2 is 1 of nothing');
	expect(said([3, null])).toContain('Point 1 is nothing of nothing');
});

const points = fc.array(
	fc.integer({ min: 1, max: 60 }).chain((n) => fc.record({ x: fc.nat(n), n: fc.constant(n) })),
	{ minLength: 1, maxLength: 30 },
);

test('every chart is that of a slow reckoning', () => {
	fc.assert(
		fc.property(points, (counted) => {
			const chart = chartOf(counted);
			const centre = counted.reduce((sum, { x }) => sum + x, 0) / counted.reduce((sum, { n }) => sum + n, 0);
			chart.points.forEach(({ x, n, p, lcl, ucl, outside }) => {
				const reach = 3 * Math.sqrt((centre * (1 - centre)) / n);
				expect([lcl, ucl]).toEqual([
					expect.closeTo(Math.max(0, centre - reach), 10),
					expect.closeTo(Math.min(1, centre + reach), 10),
				]);
				if (Math.abs(Math.abs(x / n - centre) - reach) > 1e-9) expect(outside).toBe(Math.abs(x / n - centre) > reach);
				expect(lcl <= centre && centre <= ucl && p === x / n).toBe(true);
			});
			expect(chart.runsOfSevenOneSide).toEqual(slowRuns(counted));
			expect(chart.signals.length).toBe(
				chart.points.filter((point) => point.outside).length + chart.runsOfSevenOneSide.length,
			);
		}),
	);
});

function slowRuns(counted: readonly { x: number; n: number }[]) {
	const [sumX, sumN] = [counted.reduce((sum, { x }) => sum + x, 0), counted.reduce((sum, { n }) => sum + n, 0)];
	const letters = counted.map(({ x, n }) => (x * sumN > sumX * n ? 'a' : x * sumN < sumX * n ? 'b' : 'c')).join('');
	return [...letters.matchAll(/a{7,}|b{7,}/g)].map((match) => ({
		fromPoint: match.index + 1,
		toPoint: match.index + match[0].length,
		side: match[0][0] === 'a' ? 'above' : 'below',
	}));
}

function chartOf(counted: readonly { x: number; n: number }[]) {
	const outcome = pChart(counted);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}
