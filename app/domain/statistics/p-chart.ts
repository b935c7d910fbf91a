import { done, type Outcome, refused } from '../shared/outcome.ts';

/** `x` of `n` counted at one point, whole numbers. */
export type Counted = { readonly x: number; readonly n: number };

export type ChartPoint = Counted & {
	readonly p: number;
	readonly sigma: number;
	readonly lcl: number;
	readonly ucl: number;
	readonly outside: boolean;
	/** n·p or n·(1−p) under 5: too small to be judged by these limits. */
	readonly lowCount: boolean;
};

/** Points counted from 1; the longest stretch on one side of the centre, not only its first seven. */
export type Run = { readonly fromPoint: number; readonly toPoint: number; readonly side: 'above' | 'below' };

/** Rule 1: a point outside its limits. Rule 2: seven or more in a row on one side of the centre. */
export type Signal = Run & { readonly rule: 1 | 2 };

/** Names as in tests/fixtures/vectors/p-chart.json. */
export type PChart = {
	readonly sumX: number;
	readonly sumN: number;
	readonly centre: number;
	readonly points: readonly ChartPoint[];
	readonly runsOfSevenOneSide: readonly Run[];
	readonly signals: readonly Signal[];
};

export const RUN_LENGTH = 7;
const FEWEST_EXPECTED = 5;
/** Above this a product of counts would no longer be exact. */
export const MOST_COUNTED = 1_000_000;

/**
 * A control chart of shares with limits that vary with n: centre p = Σx/Σn, limits p ± 3√(p(1−p)/nᵢ), floored at 0 and
 * capped at 1. Outside, side and the low-count warning are judged in whole numbers, so that nothing turns on rounding; a
 * point exactly on the centre ends a run. Refused as `no-points`, and as `not-a-count` with the point (from 1) that is not
 * 0 ≤ x ≤ n, n ≥ 1, whole. Domain rules §7.7; facts/evaluation §4.
 */
export function pChart(counted: readonly Counted[]): Outcome<PChart, 'no-points' | 'not-a-count'> {
	if (counted.length === 0) return refused('no-points');
	const wrong = counted.findIndex((point) => !isCounted(point));
	if (wrong >= 0) return refused('not-a-count', { point: wrong + 1, ...counted[wrong] });
	const sumX = counted.reduce((sum, { x }) => sum + x, 0);
	const sumN = counted.reduce((sum, { n }) => sum + n, 0);
	const points = counted.map((point) => chartPoint(point, sumX, sumN));
	const runs = runsOnOneSide(counted, sumX, sumN);
	const outside = points.flatMap((point, index): Signal[] => {
		const [fromPoint, side] = [index + 1, point.p > sumX / sumN ? ('above' as const) : ('below' as const)];
		return point.outside ? [{ rule: 1, fromPoint, toPoint: fromPoint, side }] : [];
	});
	const signals = [...outside, ...runs.map((run): Signal => ({ rule: 2, ...run }))];
	return done({ sumX, sumN, centre: sumX / sumN, points, runsOfSevenOneSide: runs, signals });
}

/** Whether the point can be counted: 0 ≤ x ≤ n and n ≥ 1, whole, and not above a million. */
export function isCounted({ x, n }: Counted): boolean {
	return Number.isInteger(x) && Number.isInteger(n) && 0 <= x && x <= n && 1 <= n && n <= MOST_COUNTED;
}

function chartPoint({ x, n }: Counted, sumX: number, sumN: number): ChartPoint {
	const centre = sumX / sumN;
	const sigma = Math.sqrt((centre * (1 - centre)) / n);
	const [distance, spread] = [BigInt(x) * BigInt(sumN) - BigInt(sumX) * BigInt(n), BigInt(sumX) * BigInt(sumN - sumX)];
	return {
		x,
		n,
		p: x / n,
		sigma,
		lcl: Math.max(0, centre - 3 * sigma),
		ucl: Math.min(1, centre + 3 * sigma),
		outside: distance * distance > 9n * spread * BigInt(n),
		lowCount: Math.min(sumX, sumN - sumX) * n < FEWEST_EXPECTED * sumN,
	};
}

function runsOnOneSide(counted: readonly Counted[], sumX: number, sumN: number): readonly Run[] {
	const sides = counted.map(({ x, n }) => Math.sign(x * sumN - sumX * n));
	const starts = sides.flatMap((side, index) => (side !== 0 && sides[index - 1] !== side ? [index] : []));
	return starts.flatMap((start): Run[] => {
		const end = sides.findIndex((side, index) => index > start && side !== sides[start]);
		const toPoint = end === -1 ? sides.length : end;
		const side = sides[start]! > 0 ? 'above' : 'below';
		return toPoint - start >= RUN_LENGTH ? [{ fromPoint: start + 1, toPoint, side }] : [];
	});
}
