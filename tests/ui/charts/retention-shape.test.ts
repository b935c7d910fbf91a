import { expect, test } from 'vitest';
import type { RetentionPoint } from '#app/domain/cohorts/retention-points.ts';
import { COHORT_FRAME, type Frame, sessionTicks } from '#app/ui/charts/frame.ts';
import { drawRetention } from '#app/ui/charts/retention-shape.ts';

// One unit a session and one a percentage point, so that every coordinate can be read off.
const FRAME: Frame = { width: 220, height: 120, left: 0, right: 10, top: 0, bottom: 100 };

const point = (session: number, share: number, over: Partial<RetentionPoint> = {}): RetentionPoint => ({
	session,
	atRisk: 10,
	left: 0,
	share,
	band: null,
	...over,
});

test('the curve keeps its height until somebody leaves, then drops straight down', () => {
	const { curve } = drawRetention([point(0, 1), point(4, 0.75), point(6, 0.75)], 10, FRAME);
	expect(curve).toBe('M0,0L4,0L4,25L6,25L6,25');
});

test('the band follows the curve while nobody has left, and opens at the first loss', () => {
	const points = [
		point(0, 1),
		point(4, 0.75, { band: { lower: 0.5, upper: 0.9 } }),
		point(6, 0.75, { band: { lower: 0.5, upper: 0.9 } }),
	];
	const { band } = drawRetention(points, 10, FRAME);
	expect(band).toMatch(/^M0,0L4,0L4,10/);
	expect(band).toContain('L6,50');
});

test('without a loss there is no band to draw', () => {
	expect(drawRetention([point(0, 1), point(3, 1)], 10, FRAME).band).toBeNull();
});

test('the axis ends at the last plan of the programme, however far the cohort has come', () => {
	const { sessions } = drawRetention([point(0, 1), point(2, 1)], 17, FRAME);
	expect(sessions.map(({ number }) => number)).toEqual([0, 3, 6, 9, 12, 15, 17]);
	expect(sessions.at(-1)).toEqual({ number: 17, x: 10, atRisk: null });
});

test('the number at risk stands under every tick that the cohort has reached', () => {
	const points = [
		point(0, 1, { atRisk: 12 }),
		point(1, 1, { atRisk: 12 }),
		point(2, 1, { atRisk: 12 }),
		point(3, 0.9, { atRisk: 11 }),
	];
	expect(
		drawRetention(points, 17, FRAME)
			.sessions.slice(0, 3)
			.map(({ atRisk }) => atRisk),
	).toEqual([12, 11, null]);
});

test.for([
	{ upTo: 6, anchor: 'start', why: 'beside the end while there is room' },
	{ upTo: 17, anchor: 'end', why: 'at the edge when the cohort has come to its end' },
])('the last value stands $why', ({ upTo, anchor }) => {
	const { end } = drawRetention([point(0, 1), point(upTo, 0.75)], 17, COHORT_FRAME);
	expect(end).toMatchObject({ anchor });
	expect(end!.labelX).toBeLessThanOrEqual(COHORT_FRAME.right);
});

test('a cohort of which everybody has left keeps its label inside the drawing', () => {
	const { end } = drawRetention([point(0, 1), point(17, 0)], 17, COHORT_FRAME);
	expect(end!.labelY).toBeLessThan(COHORT_FRAME.bottom);
});

test.for([
	{ last: 6, ticks: [0, 1, 2, 3, 4, 5, 6] },
	{ last: 10, ticks: [0, 2, 4, 6, 8, 10] },
	{ last: 17, ticks: [0, 3, 6, 9, 12, 15, 17] },
	{ last: 16, ticks: [0, 3, 6, 9, 12, 16] },
	{ last: 1, ticks: [0, 1] },
])('an axis of $last sessions is numbered $ticks', ({ last, ticks }) => {
	expect(sessionTicks(0, last)).toEqual(ticks);
});

test.for([0.46, 0.2, 0.05])('left of the last drop the label covers no part of the curve, ending at %f', (share) => {
	const points = [point(0, 1), point(16, 0.7), point(17, share)];
	const { end } = drawRetention(points, 17, COHORT_FRAME);
	const isBelow = end!.labelY > end!.y;
	if (isBelow) expect(end!.labelY).toBeLessThan(COHORT_FRAME.bottom - 20);
	else expect(end!.labelX).toBeLessThan(end!.x);
});
