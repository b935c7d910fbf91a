import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { RetentionPoint } from '#app/domain/cohorts/retention-points.ts';
import { COHORT_FRAME, type Frame, sessionTicks, toTenth } from './frame.ts';

/** Where everything of a retention curve stands, in the units of the frame; `points` in order of session, from 0. */
export function drawRetention(points: readonly RetentionPoint[], planCount: number, frame: Frame = COHORT_FRAME) {
	const along = scaleLinear([0, planCount], [frame.left, frame.right]);
	const up = scaleLinear([0, 1], [frame.bottom, frame.top]);
	const x = (session: number) => toTenth(along(session));
	const y = (share: number) => toTenth(up(share));
	const last = points.at(-1);
	const curve = line<RetentionPoint>(
		(point) => x(point.session),
		(point) => y(point.share),
	).curve(curveStepAfter);
	const band = area<RetentionPoint>(
		(point) => x(point.session),
		(point) => y(point.band?.lower ?? point.share),
		(point) => y(point.band?.upper ?? point.share),
	).curve(curveStepAfter);
	return {
		curve: curve(points) ?? '',
		band: points.some((point) => point.band) ? band(points) : null,
		end: last && endLabel(x(last.session), y(last.share), frame),
		sessions: sessionTicks(0, planCount).map((number) => ({
			number,
			x: x(number),
			atRisk: points.find(({ session }) => session === number)?.atRisk ?? null,
		})),
		shares: [0, 25, 50, 75, 100].map((percent) => ({ percent, y: y(percent / 100) })),
	};
}

const LABEL_WIDTH = 150;
const LABEL_GAP = 10;

/** What two lines of words need below a point. */
const LABEL_HEIGHT = 48;

/**
 * Beside the end of the curve where there is room. Otherwise left of it: below, where no earlier step can be, or, close to
 * the axis, above and clear of the last drop.
 */
function endLabel(x: number, y: number, frame: Frame) {
	const fitsBeside = x + LABEL_GAP + LABEL_WIDTH <= frame.right;
	if (fitsBeside) return { x, y, labelX: x + LABEL_GAP, labelY: y - 4, anchor: 'start' as const };
	const fitsBelow = y + LABEL_HEIGHT <= frame.bottom;
	if (fitsBelow) return { x, y, labelX: frame.right, labelY: y + 24, anchor: 'end' as const };
	return { x, y, labelX: frame.right - LABEL_GAP, labelY: y - 30, anchor: 'end' as const };
}
