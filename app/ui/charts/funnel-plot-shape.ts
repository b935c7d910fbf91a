import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { funnelLimits, type Limits } from '#app/domain/statistics/funnel-plot.ts';
import { COHORT_FRAME, type Frame, toTenth } from './frame.ts';

/** One group: its share, from 0 to 1, of how many; `isOutside` when it lies past the limits that are drawn. */
export type FunnelPoint = {
	readonly key: string;
	readonly share: number;
	readonly n: number;
	readonly isOutside: boolean;
};

/** The limits are drawn at no more than so many sizes. */
const MOST_STEPS = 60;

/** Where everything of a funnel plot stands: how many there are goes to the right, the share goes up. */
export function drawFunnelPlot(points: readonly FunnelPoint[], target: number, frame: Frame = COHORT_FRAME) {
	const most = Math.max(1, ...points.map(({ n }) => n));
	const along = scaleLinear([0, most], [frame.left, frame.right]).nice(5);
	const up = scaleLinear([0, 1], [frame.bottom, frame.top]);
	const x = (n: number) => toTenth(along(n));
	const y = (share: number) => toTenth(up(share));
	const limits = sizesUpTo(most).map((n) => funnelLimits(target, n));
	const edge = (limit: (at: (typeof limits)[number]) => number) =>
		line()(limits.map((at): [number, number] => [x(at.n), y(limit(at))])) ?? '';
	const both = (of: (at: (typeof limits)[number]) => Limits) => [edge((at) => of(at)[0]), edge((at) => of(at)[1])];
	return {
		inner: both((at) => at.binomialQuantile95),
		outer: both((at) => at.binomialQuantile999),
		target: y(target),
		points: points.map(({ key, share, n, isOutside }) => ({ key, x: x(n), y: y(share), isOutside })),
		shares: [0, 25, 50, 75, 100].map((percent) => ({ percent, y: y(percent / 100) })),
		sizes: along.ticks(5).map((n) => ({ n, x: x(n) })),
	};
}

function sizesUpTo(most: number): readonly number[] {
	const step = Math.max(1, Math.ceil(most / MOST_STEPS));
	const sizes = Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
	return [...new Set([1, ...sizes, most])].toSorted((one, other) => one - other);
}
