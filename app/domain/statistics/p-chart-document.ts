import { done, type Outcome, type Refused, refused } from '../shared/outcome.ts';
import type { Counted, PChart, Signal } from './p-chart.ts';

type Unreadable = 'no-points' | 'not-a-count' | 'lists-differ';

/**
 * Reads `{ "x": [40, …], "n": [200, …] }`, or `[{ "x": 40, "n": 200 }, …]`, from parsed JSON. Refused when there is
 * nothing of the kind, when the two lists differ in length, or with the point (from 1) that is not given in numbers;
 * whether they are counts is the chart’s to say.
 */
export function readCounted(json: unknown): Outcome<readonly Counted[], Unreadable> {
	const record = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
	const { x, n, points = json } = record;
	if (Array.isArray(x) && Array.isArray(n)) {
		if (x.length !== n.length) return refused('lists-differ', { x: x.length, n: n.length });
		return readPoints(x.map((count, index) => ({ x: count, n: n[index] })));
	}
	return Array.isArray(points) ? readPoints(points) : refused('no-points');
}

/** What is wrong with the points, in a sentence; people count from 1. */
export function sentenceForCounted({ code, details }: Refused<Unreadable>): string {
	if (code === 'no-points')
		return 'There are no points. Give { "x": [40, 44], "n": [200, 200] }: x counted out of n at each point.';
	if (code === 'lists-differ')
		return `There are ${details.x} numbers in “x” and ${details.n} in “n”: give as many of each.`;
	return `Point ${details.point} is ${details.x} of ${details.n}: give whole numbers, x from 0 to n, and n from 1 to a million.`;
}

/** What the chart’s reader has to know, a sentence each: the points too small for its limits. */
export function pChartWarnings({ points }: Pick<PChart, 'points'>): readonly string[] {
	const low = points.flatMap(({ lowCount }, index) => (lowCount ? [index + 1] : []));
	if (low.length === 0) return [];
	const which = low.length === points.length ? 'At every point' : `At point ${low.join(', ')}`;
	return [`${which} fewer than 5 are expected on one side, too few for these limits. Pool months or groups.`];
}

/** A signal in words, with the rule that it breaks. */
export function sentenceForSignal({ rule, fromPoint, toPoint, side }: Signal): string {
	if (rule === 1) return `Rule 1: point ${fromPoint} is ${side} its limit.`;
	return `Rule 2: points ${fromPoint} to ${toPoint}, ${toPoint - fromPoint + 1} in a row, are ${side} the centre.`;
}

function readPoints(list: readonly unknown[]): Outcome<readonly Counted[], Unreadable> {
	const points = list.map((item) => (typeof item === 'object' && item !== null ? (item as Partial<Counted>) : {}));
	const wrong = points.findIndex(({ x, n }) => typeof x !== 'number' || typeof n !== 'number');
	if (wrong >= 0) {
		const { x = 'nothing', n = 'nothing' } = points[wrong]!;
		return refused('not-a-count', { point: wrong + 1, x, n });
	}
	return done(points as readonly Counted[]);
}
