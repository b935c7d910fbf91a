import { expect, test } from 'vitest';
import { type ControlPoint, drawControlChart } from '#app/ui/charts/control-chart-shape.ts';
import type { Frame } from '#app/ui/charts/frame.ts';

const FRAME: Frame = { width: 220, height: 120, left: 0, right: 100, top: 0, bottom: 100 };

const point = (label: string, share: number, lower: number, upper: number, isSignal = false): ControlPoint => {
	return { label, share, lower, upper, isSignal };
};

test('points stand in the middle of their part of the axis, as high as their share', () => {
	const drawn = drawControlChart([point('1', 0.9, 0.5, 1), point('2', 0.4, 0.6, 1, true)], 0.75, FRAME);
	expect(drawn.points).toEqual([
		{ label: '1', x: 25, y: 10, isSignal: false },
		{ label: '2', x: 75, y: 60, isSignal: true },
	]);
	expect(drawn.curve).toBe('M25,10L75,60');
	expect(drawn.centre).toBe(25);
	expect(drawn.shares.map(({ percent, y }) => [percent, y])).toEqual([
		[0, 100],
		[25, 75],
		[50, 50],
		[75, 25],
		[100, 0],
	]);
});

test('limits are steps, because each point has its own', () => {
	const drawn = drawControlChart([point('1', 0.9, 0.5, 1), point('2', 0.4, 0.6, 0.8)], 0.75, FRAME);
	expect(drawn.lower).toBe('M0,50L50,50L50,40L100,40');
	expect(drawn.upper).toBe('M0,0L50,0L50,20L100,20');
});

test('one point alone stands in the middle with limits on both its sides', () => {
	const drawn = drawControlChart([point('1', 0.5, 0.25, 0.75)], 0.5, FRAME);
	expect(drawn.points[0]).toMatchObject({ x: 50, y: 50 });
	expect(drawn.lower).toBe('M0,75L100,75');
});
