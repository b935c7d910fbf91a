import { expect, test } from 'vitest';
import { type AdherenceBar, drawAdherence } from '#app/ui/charts/adherence-shape.ts';
import type { Frame } from '#app/ui/charts/frame.ts';

const FRAME: Frame = { width: 220, height: 120, left: 0, right: 100, top: 0, bottom: 100 };

const logged = (session: number, percent: number): AdherenceBar => ({
	session,
	state: 'logged',
	percent,
	delivered: percent,
	planned: 100,
});

test('a bar is as high as its percentage', () => {
	const [bar] = drawAdherence([logged(1, 84)], 80, FRAME).bars;
	expect(bar).toMatchObject({ y: 16, height: 84, percent: 84 });
});

test.for([
	{ percent: 79, isBelow: true },
	{ percent: 80, isBelow: false },
	{ percent: 0, isBelow: true },
])('$percent% against a threshold of 80% is below it: $isBelow', ({ percent, isBelow }) => {
	expect(drawAdherence([logged(1, percent)], 80, FRAME).bars[0]!.isBelow).toBe(isBelow);
});

test('a session without a log has words in the place of a bar, never a bar of nothing', () => {
	const drawn = drawAdherence(
		[
			logged(1, 90),
			{ session: 2, state: 'no-log' },
			{ session: 3, state: 'cancelled' },
			{ session: 4, state: 'not-recorded' },
		],
		80,
		FRAME,
	);
	expect(drawn.bars.map(({ session }) => session)).toEqual([1]);
	expect(drawn.missing.map(({ session, word }) => `${session} ${word}`)).toEqual([
		'2 no log',
		'3 cancelled',
		'4 not recorded',
	]);
});

test('sessions to come keep their place on the axis and have nothing above it', () => {
	const drawn = drawAdherence([logged(1, 90), { session: 2, state: 'to-come' }], 80, FRAME);
	expect(drawn.sessions.map(({ number }) => number)).toEqual([1, 2]);
	expect(drawn.missing).toEqual([]);
});

test('the dashed line stands at the threshold of the programme', () => {
	expect(drawAdherence([logged(1, 90)], 80, FRAME).threshold).toBe(20);
	expect(drawAdherence([logged(1, 90)], 65, FRAME).threshold).toBe(35);
});
