import { expect, test } from 'vitest';
import { logRankTest } from '#app/domain/statistics/log-rank.ts';
import type { Observation } from '#app/domain/statistics/observation.ts';
import { restrictedMean } from '#app/domain/statistics/restricted-mean.ts';
import { countAtRisk, survivalCurve, survivalCurves } from '#app/domain/statistics/survival.ts';
import vectors from '#tests/fixtures/vectors/kaplan-meier-6mp.json' with { type: 'json' };

const remissions: Observation[] = vectors.arms.flatMap((arm) =>
	arm.observations.map(({ time, event }) => ({ entry: 0, exit: time, event, group: arm.name })),
);

function closeTo(value: unknown) {
	return typeof value === 'number' ? expect.closeTo(value, 9) : value;
}

function observations(...each: [entry: number, exit: number, event: boolean, group?: string][]): Observation[] {
	return each.map(([entry, exit, event, group = 'all']) => ({ entry, exit, event, group }));
}

for (const arm of vectors.arms) {
	const curve = survivalCurves(remissions).find(({ group }) => group === arm.name)!;

	test(`the curve of the ${arm.name} arm is R’s at every step, to nine places`, () => {
		expect([curve.n, curve.events]).toEqual([arm.n, arm.events]);
		expect(curve.steps).toEqual(
			arm.steps.map((step) => Object.fromEntries(Object.entries(step).map(([key, value]) => [key, closeTo(value)]))),
		);
	});

	test(`the median of the ${arm.name} arm and its limits are R’s`, () => {
		expect({ estimate: curve.median, ...curve.medianCi }).toEqual(arm.median);
	});

	test(`the restricted mean of the ${arm.name} arm is R’s`, () => {
		const { upTo, estimate, stdError } = arm.restrictedMean;
		expect(restrictedMean(curve, upTo)).toEqual({
			...{ upTo, estimate: closeTo(estimate), stdError: closeTo(stdError) },
			ciLower: closeTo(estimate - 1.959963984540054 * stdError),
			ciUpper: closeTo(Math.min(17, estimate + 1.959963984540054 * stdError)),
		});
	});
}

test('the two arms differ by the log-rank test as R finds', () => {
	const result = logRankTest(remissions)!;
	const { groups, variance, chiSquare, df, pValue } = vectors.logRank;
	expect(result).toMatchObject({ variance: closeTo(variance), chiSquare: closeTo(chiSquare), df });
	expect(result.pValue).toBeCloseTo(pValue, 13);
	expect(result.groups).toEqual(
		groups.map(({ name, observed, expected }) => ({ name, observed, expected: closeTo(expected) })),
	);
});

test('without censoring the mean over the whole time is the plain mean of the times', () => {
	const control = remissions.filter(({ group }) => group === 'control');
	const mean = control.reduce((sum, { exit }) => sum + exit, 0) / control.length;
	const { estimate, stdError } = restrictedMean(survivalCurve(control), 30);
	expect(estimate).toBeCloseTo(mean, 9);
	expect(Number.isFinite(stdError)).toBe(true);
});

test('a mean over a limit before the first loss is the limit, and no interval leaves what is possible', () => {
	const curve = survivalCurve(observations([0, 1, true], [0, 1, true], [0, 8, true], [0, 9, false]));
	expect(restrictedMean(curve, 1)).toEqual({ upTo: 1, estimate: 1, stdError: 0, ciLower: 1, ciUpper: 1 });
	// By hand: 1 + ½·7 + ¼·1; areas left ½·7 + ¼ and ¼, so the variance is 3.75² · 2/(4·2) + 0.25² · 1/(2·1).
	const mean = restrictedMean(curve, 9);
	expect(mean.estimate).toBeCloseTo(4.75, 12);
	expect(mean.stdError ** 2).toBeCloseTo(3.75 ** 2 / 4 + 0.25 ** 2 / 2, 12);
	expect([mean.ciLower, mean.ciUpper]).toEqual([
		expect.closeTo(4.75 - 1.959963984540054 * mean.stdError, 9),
		expect.closeTo(4.75 + 1.959963984540054 * mean.stdError, 9),
	]);
	const wide = restrictedMean(survivalCurve(observations([0, 1, true], [0, 9, true])), 9);
	expect([wide.ciLower, wide.ciUpper]).toEqual([0, 9]);
});

test('somebody censored at the time of an event is still at risk of it', () => {
	const curve = survivalCurve(observations([0, 5, true], [0, 5, false], [0, 5, false], [0, 6, false]));
	expect(curve.steps).toMatchObject([{ time: 5, atRisk: 4, events: 1, survival: 0.75 }]);
});

test('a late joiner is at risk only of events after the entry', () => {
	const members = observations([0, 1, true], [0, 4, true], [0, 9, false], [2, 4, true], [4, 9, false]);
	const curve = survivalCurve(members);
	expect(curve.steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
		[1, 3, 1],
		[4, 3, 2],
	]);
	expect(curve.steps.at(-1)!.survival).toBeCloseTo((2 / 3) * (1 / 3), 12);
	expect([0, 1, 2, 3, 4, 5].map((time) => countAtRisk(members, time))).toEqual([0, 3, 2, 3, 3, 2]);
});

test('ignoring the late entry would overstate who stays', () => {
	const members = observations([0, 2, true], [0, 9, false], [2, 9, false], [2, 9, false]);
	const fromTheStart = members.map((one) => ({ ...one, entry: 0 }));
	const [step] = survivalCurve(members).steps;
	expect(step!.survival).toBe(0.5);
	expect(survivalCurve(fromTheStart).steps[0]!.survival).toBe(0.75);
});

test('the order in which people are given changes neither a curve nor the test', () => {
	const shuffled = remissions.toSorted((one, other) => ((one.exit * 7) % 11) - ((other.exit * 7) % 11));
	expect(shuffled.map(({ exit }) => exit)).not.toEqual(remissions.map(({ exit }) => exit));
	for (const { name } of vectors.arms) {
		const of = (some: readonly Observation[]) => survivalCurve(some.filter(({ group }) => group === name));
		expect(of(shuffled).steps).toEqual(of(remissions).steps);
	}
	expect(logRankTest(shuffled)!.chiSquare).toBeCloseTo(logRankTest(remissions)!.chiSquare, 10);
});

test('a curve without an event stays at 1 and has no median', () => {
	const curve = survivalCurve(observations([0, 5, false], [0, 6, false]));
	expect(curve).toMatchObject({ n: 2, events: 0, steps: [], median: null, emptiedEarlyAt: null });
});

test('nobody at all gives an empty curve', () => {
	expect(survivalCurve([])).toMatchObject({ n: 0, events: 0, steps: [], median: null });
});

test('once everybody has left, survival is 0 and nothing can be said of its error', () => {
	const { steps } = survivalCurve(observations([0, 1, true]));
	expect(steps).toEqual([
		{
			time: 1,
			atRisk: 1,
			events: 1,
			survival: 0,
			stdError: null,
			ciLogLower: null,
			ciLogUpper: null,
			ciLogLogLower: null,
			ciLogLogUpper: null,
		},
	]);
});

test('an early risk set that empties is noticed, and the curve stays at 0', () => {
	const curve = survivalCurve(observations([0, 1, true], [1, 5, true], [1, 9, false]));
	expect(curve.emptiedEarlyAt).toBe(1);
	expect(curve.steps.map(({ survival }) => survival)).toEqual([0, 0]);
	expect(survivalCurve(observations([0, 1, true], [0, 2, true])).emptiedEarlyAt).toBeNull();
});

test('a curve that is a half exactly has its median in the middle of that stretch', () => {
	expect(survivalCurve(observations([0, 2, true], [0, 2, true], [0, 6, true], [0, 8, true])).median).toBe(4);
	expect(survivalCurve(observations([0, 2, true], [0, 2, true], [0, 6, false], [0, 8, false])).median).toBe(2);
	expect(survivalCurve(observations([0, 2, true], [0, 3, true], [0, 6, true])).median).toBe(3);
});

const threeGroups = observations(
	...(
		[
			[0, 3, true],
			[0, 5, false],
			[2, 7, true],
			[0, 7, true],
			[0, 9, false],
		] as const
	).map(([entry, exit, event]) => [entry, exit, event, 'A'] as [number, number, boolean, string]),
	...(
		[
			[0, 2, true],
			[0, 3, true],
			[1, 4, true],
			[0, 6, true],
			[2, 9, false],
		] as const
	).map(([entry, exit, event]) => [entry, exit, event, 'B'] as [number, number, boolean, string]),
	...(
		[
			[0, 1, true],
			[0, 4, false],
			[1, 5, true],
			[0, 8, true],
			[0, 9, true],
			[2, 9, false],
		] as const
	).map(([entry, exit, event]) => [entry, exit, event, 'C'] as [number, number, boolean, string]),
);

// Recomputed with numpy: full covariance matrix, pseudo-inverse, chi-square tail from scipy 1.17.1.
test('three groups with late entries are compared with two degrees of freedom', () => {
	const result = logRankTest(threeGroups)!;
	expect(result).toMatchObject({ df: 2, variance: null, chiSquare: closeTo(1.0401752865362022) });
	expect(result.pValue).toBeCloseTo(0.5944684445297083, 10);
	expect(result.groups.map(({ observed }) => observed)).toEqual([3, 4, 4]);
	expect(result.groups.map(({ expected }) => expected)).toEqual([
		expect.closeTo(3.8267316, 6),
		expect.closeTo(2.61320346, 6),
		expect.closeTo(4.56006494, 6),
	]);
});

test('the order of the groups changes nothing but the order of the answer', () => {
	const backwards = logRankTest(threeGroups.toReversed())!;
	expect(backwards.groups.map(({ name }) => name)).toEqual(['C', 'B', 'A']);
	expect(backwards.chiSquare).toBeCloseTo(logRankTest(threeGroups)!.chiSquare, 12);
});

test('four groups of very different size are compared alike in whatever order they come', () => {
	const sizes = { A: 2, B: 40, C: 5, D: 17 };
	const four = Object.entries(sizes).flatMap(([group, size], at) =>
		Array.from({ length: size }, (_, index): Observation => {
			return { entry: 0, exit: 1 + ((index * (at + 3)) % 13), event: index % 3 !== at % 3, group };
		}),
	);
	const orders = ['ABCD', 'BCDA', 'DBAC', 'CADB', 'BDCA', 'DCBA'];
	const results = orders.map(
		(order) => logRankTest(four.toSorted((one, other) => order.indexOf(one.group) - order.indexOf(other.group)))!,
	);
	for (const result of results) {
		expect(result.df).toBe(3);
		expect(result.chiSquare).toBeCloseTo(results[0]!.chiSquare, 9);
	}
	// As for two groups, no group has more or fewer events than it has: what is observed is what is expected in all.
	const { groups } = results[0]!;
	const sum = (part: 'observed' | 'expected') => groups.reduce((total, one) => total + one[part], 0);
	expect(sum('expected')).toBeCloseTo(sum('observed'), 9);
});

test('two groups with late entries are compared with one', () => {
	const result = logRankTest(threeGroups.filter(({ group }) => group !== 'C'))!;
	expect(result).toMatchObject({
		df: 1,
		chiSquare: closeTo(1.1608411005572492),
		variance: expect.closeTo(1.41699672, 6),
	});
	expect(result.pValue).toBeCloseTo(0.2812911718744632, 10);
});

test('one group, no event, or no two groups at risk together is no comparison', () => {
	expect(logRankTest([])).toBeNull();
	expect(logRankTest(observations([0, 3, true], [0, 4, true]))).toBeNull();
	expect(logRankTest(observations([0, 3, false, 'A'], [0, 4, false, 'B']))).toBeNull();
	expect(logRankTest(observations([0, 1, true, 'A'], [5, 9, true, 'B']))).toBeNull();
});

test('a group that was never at risk of an event takes no degree of freedom', () => {
	const result = logRankTest([
		...threeGroups.filter(({ group }) => group !== 'C'),
		...observations([20, 30, false, 'D']),
	])!;
	expect(result).toMatchObject({ df: 1, chiSquare: closeTo(1.1608411005572492) });
	expect(result.groups).toContainEqual({ name: 'D', observed: 0, expected: 0 });
});
