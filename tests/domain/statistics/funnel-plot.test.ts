import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialQuantile, funnelLimits, funnelPlace, Z_999 } from '#app/domain/statistics/funnel-plot.ts';
import { percentOf } from '#app/domain/statistics/percentages.ts';
import funnel from '#tests/fixtures/vectors/funnel-gondolf.json' with { type: 'json' };
import vectors from '#tests/fixtures/vectors/p-chart.json' with { type: 'json' };

const { target, points } = vectors.funnelPlot;

for (const { n, ...limits } of points) {
	test(`the limits around 0.63 for ${n} are those of the vector`, () => {
		const close = (pair: readonly number[]) => pair.map((limit) => expect.closeTo(limit, 9));
		expect(funnelLimits(target, n)).toEqual({
			n,
			normal95: close(limits.normal95),
			normal999: close(limits.normal999),
			binomialQuantile95: close(limits.binomialQuantile95),
			binomialQuantile999: close(limits.binomialQuantile999),
		});
	});
}

test('on a limit is inside it; past 95% is an alert, past 99.9% an alarm, on either side', () => {
	// n 50 at 0.63: 95% from 25 to 38, 99.9% from 20 to 42.
	const at = (x: number) => Object.values(funnelPlace({ x, n: 50 }, target)).join(' ');
	expect([19, 20, 24, 25, 31, 38, 39, 42, 43].map(at)).toEqual([
		'alarm below',
		'alert below',
		'alert below',
		'inside ',
		'inside ',
		'inside ',
		'alert above',
		'alert above',
		'alarm above',
	]);
});

test('a target of nothing or of everything has its limits there', () => {
	expect(funnelLimits(0, 12)).toMatchObject({
		normal95: [0, 0],
		binomialQuantile95: [0, 0],
		binomialQuantile999: [0, 0],
	});
	expect(funnelLimits(1, 12)).toMatchObject({
		normal95: [1, 1],
		binomialQuantile95: [1, 1],
		binomialQuantile999: [1, 1],
	});
	expect(funnelPlace({ x: 1, n: 12 }, 0)).toEqual({ place: 'alarm', side: 'above' });
	expect(funnelPlace({ x: 11, n: 12 }, 1)).toEqual({ place: 'alarm', side: 'below' });
	expect(Z_999).toBeCloseTo(3.2905267, 7);
});

test('the quantile is that of exact whole-number arithmetic', () => {
	const shares = fc.integer({ min: 1, max: 99 });
	const probabilities = fc.constantFrom(5, 250, 5000, 9750, 9995);
	fc.assert(
		fc.property(shares, fc.integer({ min: 1, max: 60 }), probabilities, (percent, n, q) => {
			expect(binomialQuantile(q / 10_000, n, percent / 100)).toBe(exactQuantile(q, n, percent));
		}),
		{ examples: [[50, 15, 5000]] },
	);
});

test('the published funnel rounds half up, and what was lost is the rest of what was kept', () => {
	for (const stage of funnel.stages) expect(percentOf(stage.count, 200)).toBe(stage.percentOfFirstHalfUp0dp);
	for (const { retained, of, lostPercent0dp } of funnel.complementRule.cases) {
		expect(100 - percentOf(retained, of)!).toBe(lostPercent0dp);
	}
	expect(percentOf(funnel.zeroDenominator.count, funnel.zeroDenominator.of)).toBeNull();
});

/** P(X ≤ r)·100ⁿ and q·100ⁿ/10 000, compared as whole numbers. */
function exactQuantile(q: number, n: number, percent: number): number {
	const [hit, miss] = [BigInt(percent), BigInt(100 - percent)];
	let [below, ways] = [0n, 1n];
	for (let r = 0; r < n; r += 1) {
		below += ways * hit ** BigInt(r) * miss ** BigInt(n - r);
		if (below * 10_000n >= BigInt(q) * 100n ** BigInt(n)) return r;
		ways = (ways * BigInt(n - r)) / BigInt(r + 1);
	}
	return n;
}
