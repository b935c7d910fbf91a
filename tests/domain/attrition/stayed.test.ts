import { expect, test } from 'vitest';
import type { PlaceInTerm } from '#app/domain/attrition/enrolment-funnel.ts';
import { completedShare, stayedShare } from '#app/domain/attrition/stayed.ts';

const place = (state: PlaceInTerm['state'], came: boolean, isTermOver = false): PlaceInTerm => ({
	...{ state, isTermOver, plans: 17 },
	attended: came ? { first: 1, last: 3 } : null,
});

test('who stayed is out of those who started: there still, or completed', () => {
	const places = [
		place('on-programme', true),
		place('completed', true),
		place('left', true),
		place('removed', true),
		place('on-programme', false),
		place('left', false),
	];
	expect(stayedShare(places)).toEqual({ count: 2, outOf: 4, percent: 50 });
	expect(stayedShare([place('left', false)])).toEqual({ count: 0, outOf: 0, percent: null });
	expect(stayedShare([])).toEqual({ count: 0, outOf: 0, percent: null });
});

test('who completed is out of everybody with a place, and nothing is said while the term goes on', () => {
	const places = [place('completed', true, true), place('left', false, true), place('on-programme', true, true)];
	expect(completedShare(places, true)).toEqual({ count: 1, outOf: 3, percent: 33 });
	expect(completedShare(places, false)).toBeNull();
	expect(completedShare([], true)).toEqual({ count: 0, outOf: 0, percent: null });
});
