import { expect, test } from 'vitest';
import {
	adherenceFigures,
	compareWithObserved,
	doseFigures,
	type ObservedItem,
	observedFigure,
} from '#app/domain/fidelity/dimensions.ts';
import { responsivenessFigures } from '#app/domain/fidelity/participation-figures.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { shareOf } from '#app/domain/statistics/percentages.ts';

test('adherence keeps its four shares apart, with how many it rests on and how many are missing', () => {
	const adherence = {
		...{ planned: 14, missing: 4, coreMissing: 3, sessions: 3, sessionsWithLog: 2 },
		delivered: shareOf(9, 10),
		core: shareOf(5, 6),
		adaptable: shareOf(4, 4),
		asIntended: shareOf(7, 10),
	};
	expect(adherenceFigures(adherence)).toEqual({
		core: { share: { count: 5, outOf: 6, percent: 83 }, n: 6, missing: 3 },
		adaptable: { share: { count: 4, outOf: 4, percent: 100 }, n: 4, missing: 1 },
		delivered: { share: { count: 9, outOf: 10, percent: 90 }, n: 10, missing: 4 },
		asIntended: { share: { count: 7, outOf: 10, percent: 70 }, n: 10, missing: 4 },
	});
});

test('every part of the dose has its own denominator and its own missing count', () => {
	const figures = doseFigures(
		{ minutes: shareOf(150, 240), missing: 3 },
		{ sessions: shareOf(5, 6), unanswered: 2, planned: 17 },
		[
			// Tuesday to Thursday of one week; Tuesday to the Monday after; Sunday and the Monday before it.
			{ day: calendarDay('2026-01-15'), plannedDay: calendarDay('2026-01-13') },
			{ day: calendarDay('2026-01-26'), plannedDay: calendarDay('2026-01-20') },
			{ day: calendarDay('2026-02-01'), plannedDay: calendarDay('2026-01-26') },
			{ day: calendarDay('2026-02-10'), plannedDay: null },
		],
		{ started: 7, stayed: 5, notYetStarted: 1, neverStarted: 2 },
		{ ...shareOf(30, 40), notRecorded: 4, interval: null },
	);
	expect(figures).toEqual({
		minutes: { share: { count: 150, outOf: 240, percent: 63 }, n: 240, missing: 3 },
		sessions: { share: { count: 5, outOf: 6, percent: 83 }, n: 6, missing: 2 },
		cadence: { share: { count: 2, outOf: 3, percent: 67 }, n: 3, missing: 1 },
		coverage: { share: { count: 7, outOf: 9, percent: 78 }, n: 9, missing: 1 },
		received: { share: { count: 30, outOf: 40, percent: 75 }, n: 40, missing: 4 },
	});
});

const item = (score: number | null, changes: Partial<ObservedItem> = {}): ObservedItem => {
	return { dimension: 'quality', score, lowest: 1, highest: 5, ...changes };
};

test('what was observed is points from the foot of the scale out of those possible, of its own dimension only', () => {
	const items = [
		item(5),
		item(3),
		item(null),
		item(1),
		item(2, { lowest: 0, highest: 2 }),
		item(5, { dimension: 'dose' }),
	];
	expect(observedFigure(items, 'quality')).toEqual({ share: { count: 8, outOf: 14, percent: 57 }, n: 4, missing: 1 });
	expect(observedFigure(items, 'dose')).toEqual({ share: { count: 4, outOf: 4, percent: 100 }, n: 1, missing: 0 });
	expect(observedFigure([], 'quality')).toEqual({ share: { count: 0, outOf: 0, percent: null }, n: 0, missing: 0 });
});

test('self-report stands beside observation with the direction, never averaged; one alone is no comparison', () => {
	expect(compareWithObserved(shareOf(9, 10), shareOf(7, 10))).toEqual({
		self: { count: 9, outOf: 10, percent: 90 },
		observed: { count: 7, outOf: 10, percent: 70 },
		points: 20,
		direction: 'self-higher',
	});
	expect(compareWithObserved(shareOf(7, 10), shareOf(9, 10))).toMatchObject({
		points: 20,
		direction: 'observer-higher',
	});
	expect(compareWithObserved(shareOf(1, 2), shareOf(3, 6))).toMatchObject({ points: 0, direction: 'same' });
	// 93.75% and 94.0% are both 94%: what is rounded alike still differs.
	expect(compareWithObserved(shareOf(15, 16), shareOf(47, 50))).toMatchObject({
		points: 0,
		direction: 'observer-higher',
	});
	expect(compareWithObserved(shareOf(47, 50), shareOf(15, 16))).toMatchObject({ points: 0, direction: 'self-higher' });
	expect(compareWithObserved(shareOf(0, 0), shareOf(1, 2))).toBeNull();
	expect(compareWithObserved(shareOf(1, 2), shareOf(0, 0))).toBeNull();
});

test('responsiveness is the upper half of the levels, and homework done of homework set', () => {
	const counts = {
		engagement: { byLevel: [1, 2, 3, 4], missing: 5 },
		homework: { byAnswer: { done: 6, partly: 2, 'not-done': 4, 'none-set': 9 }, missing: 1 },
	};
	expect(responsivenessFigures(counts)).toEqual({
		engagement: { share: { count: 7, outOf: 10, percent: 70 }, n: 10, missing: 5 },
		homework: { share: { count: 8, outOf: 12, percent: 67 }, n: 12, missing: 1 },
	});
	// Of three levels the middle one is not in the upper half.
	expect(responsivenessFigures({ engagement: { byLevel: [1, 2, 3], missing: 0 }, homework: null })).toEqual({
		engagement: { share: { count: 3, outOf: 6, percent: 50 }, n: 6, missing: 0 },
		homework: null,
	});
	expect(responsivenessFigures({ engagement: null, homework: null })).toEqual({ engagement: null, homework: null });
});
