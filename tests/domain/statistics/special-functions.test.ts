import { expect, test } from 'vitest';
import { betaBelow, quantileOfBeta } from '#app/domain/statistics/beta.ts';
import { chiSquareAbove, logGamma, upperGammaShare } from '#app/domain/statistics/gamma.ts';

// Every expected value from scipy 1.17.1 (special.gammaln, stats.chi2.sf, stats.beta.cdf).
test('the logarithm of the gamma function agrees with published values', () => {
	const cases: [number, number][] = [
		[0.1, 2.252712651734206],
		[0.5, 0.5723649429247],
		[1, 0],
		[3.5, 1.2009736023470743],
		[10, 12.801827480081469],
		[171.5, 709.1431630309283],
	];
	for (const [x, value] of cases) expect(logGamma(x)).toBeCloseTo(value, 11);
});

test('chi-square tails agree with published values to twelve figures, however small', () => {
	const cases: [number, number, number][] = [
		[3.841458820694124, 1, 0.04999999999999989],
		[0.5, 1, 0.47950012218695337],
		[5.991464547107979, 2, 0.05000000000000007],
		[16.7929409892, 1, 4.168809109370859e-5],
		[1, 10, 0.9998278843700441],
		[30, 10, 0.000856641210775301],
		[100, 3, 1.5541594313896026e-21],
		[12, 12, 0.44567964136461097],
		[200, 100, 1.1784500720979781e-8],
	];
	for (const [x, df, tail] of cases) expect(chiSquareAbove(x, df) / tail).toBeCloseTo(1, 12);
});

test('the whole distribution lies above 0', () => {
	expect(chiSquareAbove(0, 3)).toBe(1);
	expect(upperGammaShare(2, -1)).toBe(1);
});

test('the beta distribution agrees with published values', () => {
	const cases: [number, number, number, number][] = [
		[0.5, 2, 3, 0.6875],
		[0.1, 0.5, 0.5, 0.20483276469913345],
		[0.95, 10, 2, 0.8981054088575682],
		[0.01, 1, 100, 0.6339676587267705],
		[0.3, 50, 100, 0.19455183377224644],
		[0, 2, 3, 0],
		[1, 2, 3, 1],
	];
	for (const [x, a, b, below] of cases) expect(betaBelow(x, a, b)).toBeCloseTo(below, 12);
});

test('a quantile of the beta distribution is where that probability lies below', () => {
	for (const probability of [0.001, 0.025, 0.5, 0.975]) {
		expect(betaBelow(quantileOfBeta(probability, 6, 7), 6, 7)).toBeCloseTo(probability, 12);
	}
});
