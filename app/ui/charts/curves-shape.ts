import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { COHORT_FRAME, type Frame, sessionTicks, toTenth } from './frame.ts';

/** A share from 0 to 1 after each session, in order of session. */
export type CurvePoint = { readonly session: number; readonly share: number };
/** One of several curves: `label` is what its end says. */
export type Curve = { readonly label: string; readonly points: readonly CurvePoint[] };

/** Labels stand at least so far apart, and count as neighbours within so much of the width. */
const LABEL_HEIGHT = 17;
const LABEL_REACH = 110;

/** Where several curves stand in one frame; each is told by its dashes and by the label at its end, which never overlap. */
export function drawCurves(curves: readonly Curve[], planCount: number, frame: Frame = COHORT_FRAME) {
	const along = scaleLinear([0, planCount], [frame.left, frame.right]);
	const up = scaleLinear([0, 1], [frame.bottom, frame.top]);
	const path = line<CurvePoint>(
		({ session }) => toTenth(along(session)),
		({ share }) => toTenth(up(share)),
	).curve(curveStepAfter);
	const ends = curves.map(({ label, points }) => {
		const last = points.at(-1) ?? { session: 0, share: 0 };
		return { label, x: toTenth(along(last.session)), y: toTenth(up(last.share)) };
	});
	return {
		curves: curves.map(({ label, points }, at) => ({ label, path: path(points) ?? '', ...placeOf(ends, at, frame) })),
		sessions: sessionTicks(0, planCount).map((number) => ({ number, x: toTenth(along(number)) })),
		shares: [0, 25, 50, 75, 100].map((percent) => ({ percent, y: toTenth(up(percent / 100)) })),
	};
}

type End = { readonly label: string; readonly x: number; readonly y: number };

/** The label stands above its end, or as much higher as those below it at the same place need. */
function placeOf(ends: readonly End[], at: number, frame: Frame) {
	const own = ends[at]!;
	const order = ends
		.map((end, index) => ({ ...end, index }))
		.filter(({ x }) => Math.abs(x - own.x) < LABEL_REACH)
		.toSorted((one, other) => other.y - one.y || one.index - other.index);
	let labelY = Number.POSITIVE_INFINITY;
	for (const { y, index } of order) {
		labelY = Math.min(y - 7, labelY - LABEL_HEIGHT);
		if (index === at) break;
	}
	const isRight = own.x > (frame.left + frame.right) / 2;
	return { x: own.x, y: own.y, labelY: toTenth(labelY), anchor: isRight ? ('end' as const) : ('start' as const) };
}
