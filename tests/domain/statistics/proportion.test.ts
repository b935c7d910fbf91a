import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentOf, shareOf } from '#app/domain/statistics/percentages.ts';
import { clopperPearsonInterval, proportionDocument, wilsonInterval } from '#app/domain/statistics/proportion.ts';
import vectors from '#tests/fixtures/vectors/wilson.json' with { type: 'json' };

for (const { x, n, wilson95, clopperPearson95 } of vectors.cases) {
	test(`the intervals of ${x} in ${n} are R’s to nine places`, () => {
		const { estimate, wilson, clopperPearson } = documentOf(x, n);
		expect(estimate).toBe(x / n);
		if (wilson95) expect([wilson?.lower, wilson?.upper]).toEqual(wilson95.map((limit) => expect.closeTo(limit, 9)));
		if (clopperPearson95) {
			const exact = clopperPearson95.map((limit) => expect.closeTo(limit, 9));
			expect([clopperPearson?.lower, clopperPearson?.upper]).toEqual(exact);
		}
	});
}

// Quantiles of the beta distribution from scipy 1.17.1.
const exactLimits: [number, number, number, number][] = [
	[0, 20, 0, 0.1684334709830853],
	[20, 20, 0.8315665290169146, 1],
	[27, 45, 0.4433135124790022, 0.7430241048073687],
	[1, 8, 0.0031597235312519063, 0.5265096708752065],
	[190, 300, 0.5760315247050072, 0.6879728822727105],
	[9999, 10_000, 0.9994429630020529, 0.9999974682224055],
];
for (const [count, outOf, lower, upper] of exactLimits) {
	test(`the exact interval of ${count} in ${outOf} is that of the beta distribution`, () => {
		const interval = clopperPearsonInterval(count, outOf)!;
		expect(interval.lower).toBeCloseTo(lower, 11);
		expect(interval.upper).toBeCloseTo(upper, 11);
	});
}

test('no data has no estimate and no interval', () => {
	expect(documentOf(0, 0)).toEqual({ estimate: null, wilson: null, clopperPearson: null });
	expect(wilsonInterval(0, 0)).toBeNull();
});

test('nothing at all has a lower limit of exactly 0, everything an upper one of exactly 1', () => {
	for (let outOf = 1; outOf <= 30; outOf += 1) {
		expect([wilsonInterval(0, outOf)!.lower, wilsonInterval(outOf, outOf)!.upper]).toEqual([0, 1]);
	}
	expect([clopperPearsonInterval(0, 7)!.lower, clopperPearsonInterval(7, 7)!.upper]).toEqual([0, 1]);
});

test('both intervals hold the share itself, inside 0 and 1, and mirror each other', () => {
	const counts = fc
		.integer({ min: 1, max: 400 })
		.chain((outOf) => fc.tuple(fc.integer({ min: 0, max: outOf }), fc.constant(outOf)));
	fc.assert(
		fc.property(counts, ([count, outOf]) => {
			for (const intervalOf of [wilsonInterval, clopperPearsonInterval]) {
				const { lower, upper } = intervalOf(count, outOf)!;
				expect(lower).toBeGreaterThanOrEqual(0);
				expect(upper).toBeLessThanOrEqual(1);
				expect(lower <= count / outOf && count / outOf <= upper).toBe(true);
				expect(intervalOf(outOf - count, outOf)!.lower).toBeCloseTo(1 - upper, 9);
			}
		}),
		{ numRuns: 100 },
	);
});

test('a count that is no part of its whole is refused', () => {
	for (const [count, outOf] of [
		[3, 2],
		[-1, 2],
		[0.5, 2],
		[1, 2.5],
		[Number.NaN, 2],
		[1, Number.POSITIVE_INFINITY],
	]) {
		expect(proportionDocument(count!, outOf!)).toMatchObject({ done: false, code: 'not-a-proportion' });
	}
});

test('percentages round half up, and a half is never lost in binary', () => {
	const cases: [number, number, number][] = [
		[1, 8, 13],
		[1, 200, 1],
		[1, 201, 0],
		[3, 200, 2],
		[29, 200, 15],
		[57, 200, 29],
		[23, 29, 79],
		[2, 3, 67],
		[1, 3, 33],
		[7, 7, 100],
		[0, 7, 0],
		[9, 8, 113],
	];
	expect(cases.map(([count, outOf]) => percentOf(count, outOf))).toEqual(cases.map(([, , percent]) => percent));
});

test('a share keeps its counts, and 0 of 0 is no data rather than 0%', () => {
	expect(shareOf(23, 29)).toEqual({ count: 23, outOf: 29, percent: 79 });
	expect(shareOf(0, 0)).toEqual({ count: 0, outOf: 0, percent: null });
});

function documentOf(count: number, outOf: number) {
	const outcome = proportionDocument(count, outOf);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}
