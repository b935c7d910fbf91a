import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { COHORT_FRAME, type Frame, toTenth } from './frame.ts';

/** One point of a control chart, in shares from 0 to 1; `isSignal` when a rule is broken there. */
export type ControlPoint = {
	readonly label: string;
	readonly share: number;
	readonly lower: number;
	readonly upper: number;
	readonly isSignal: boolean;
};

/** Where everything of a control chart stands, in the units of the frame. Limits are steps, because they vary with n. */
export function drawControlChart(points: readonly ControlPoint[], centre: number, frame: Frame = COHORT_FRAME) {
	const keys = points.map((_, index) => String(index));
	const along = scalePoint(keys, [frame.left, frame.right]).padding(0.5);
	const up = scaleLinear([0, 1], [frame.bottom, frame.top]);
	const x = (index: number) => toTenth(along(String(index)) ?? frame.left);
	const y = (share: number) => toTenth(up(share));
	const half = toTenth(along.step() / 2);
	const path = line();
	const steps = (value: (point: ControlPoint) => number) =>
		path(
			points.flatMap((point, index): [number, number][] => [
				[toTenth(x(index) - half), y(value(point))],
				[toTenth(x(index) + half), y(value(point))],
			]),
		) ?? '';
	return {
		curve: path(points.map(({ share }, index): [number, number] => [x(index), y(share)])) ?? '',
		upper: steps((point) => point.upper),
		lower: steps((point) => point.lower),
		centre: y(centre),
		points: points.map(({ label, share, isSignal }, index) => ({ label, x: x(index), y: y(share), isSignal })),
		shares: [0, 25, 50, 75, 100].map((percent) => ({ percent, y: y(percent / 100) })),
	};
}
