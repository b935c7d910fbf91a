import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohortFunnel, placeInWords } from '#app/domain/fidelity/cohort-funnel.ts';
import { driftOf, fallsOf, sentenceForDrift, type WatchedSession } from '#app/domain/fidelity/drift.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { shareOf } from '#app/domain/statistics/percentages.ts';

const FIRST = calendarDay('2026-01-13');

/** Sessions 1, 2, 3 … a week apart with these counts. */
const held = (...counts: (readonly [number, number])[]): WatchedSession[] =>
	counts.map(([count, outOf], index) => ({
		sessionId: asId<SessionId>(`s${index + 1}`),
		planNumber: index + 1,
		day: plusDays(FIRST, 7 * index),
		counts: shareOf(count, outOf),
		approved: 0,
	}));

test('a point for each session with a rating, in the order of their days; the others are missing and no point', () => {
	const sessions = held([5, 6], [0, 0], [4, 6]);
	const moved = [{ ...sessions[2]!, day: FIRST }, { ...sessions[0]!, day: plusDays(FIRST, 1) }, sessions[1]!];
	const drift = driftOf(moved, 'session');
	expect(drift.points).toEqual([
		{ label: '3', sessionIds: ['s3'], x: 4, n: 6 },
		{ label: '1', sessionIds: ['s1'], x: 5, n: 6 },
	]);
	expect([drift.missing, drift.by, drift.tooSmall]).toEqual([1, 'session', true]);
	expect(drift.chart).toMatchObject({ sumX: 9, sumN: 12, centre: 0.75 });
});

test('one session with few activities is enough for the warning', () => {
	const many = Array.from({ length: 4 }, () => [80, 100] as const);
	expect(driftOf(held(...many), 'session').tooSmall).toBe(false);
	expect(driftOf(held(...many, [4, 5]), 'session').tooSmall).toBe(true);
});

test('a place in the funnel is said with its side and its limit', () => {
	const side = 'below' as const;
	const said = (['inside', 'alert', 'alarm'] as const).map((place) => placeInWords({ place, side }));
	expect(said).toEqual(['within what chance explains', 'below: past 95%', 'below: past 99.9%']);
	expect(placeInWords(null)).toBe('no data');
});

test('two sessions of one day stand in the order of the plan, the tenth after the ninth', () => {
	const [one] = held([1, 2]);
	const day = [10, 9].map((planNumber) => ({ ...one!, planNumber, sessionId: asId<SessionId>(`s${planNumber}`) }));
	expect(driftOf(day, 'session').points.map(({ label }) => label)).toEqual(['9', '10']);
});

test('months pool their sessions', () => {
	// 13, 20 and 27 January; 3 February.
	const drift = driftOf(held([5, 6], [4, 6], [6, 6], [1, 6]), 'month');
	expect(drift.points).toEqual([
		{ label: 'January 2026', sessionIds: ['s1', 's2', 's3'], x: 15, n: 18 },
		{ label: 'February 2026', sessionIds: ['s4'], x: 1, n: 6 },
	]);
	expect(drift.by).toBe('month');
});

test('nothing logged is no chart and no alarm', () => {
	for (const sessions of [[], held([0, 0])]) {
		const drift = driftOf(sessions, 'session');
		expect(drift).toMatchObject({ chart: null, points: [], missing: sessions.length, tooSmall: false });
		expect(fallsOf(drift)).toEqual([]);
		expect(sentenceForDrift(drift, 'delivered')).toBe('No session has a log yet, so there is nothing to judge.');
	}
});

test('a point outside and a run are told with their sessions; only what is below is a fall', () => {
	const outside = driftOf(held(...Array.from({ length: 9 }, () => [95, 100] as const), [60, 100]), 'session');
	expect(fallsOf(outside)).toMatchObject([{ rule: 1, sessionIds: ['s10'] }]);
	expect(sentenceForDrift(outside, 'delivered as intended')).toBe(
		[
			'915 of 1000 activities were delivered as intended.',
			'Rule 1: session 10 is below its limit, with 60 of 100.',
			'Rule 2: 9 in a row are above the centre line: sessions 1, 2, 3, 4, 5, 6, 7, 8 and 9.',
		].join(' '),
	);
	const run = driftOf(
		held(
			...Array.from({ length: 7 }, () => [80, 100] as const),
			...Array.from({ length: 3 }, () => [75, 100] as const),
		),
		'session',
	);
	expect(run.chart!.signals).toEqual([{ rule: 2, fromPoint: 1, toPoint: 7, side: 'above' }]);
	// A run above is no reason to look for a cause.
	expect(fallsOf(run)).toEqual([]);
});

test('where few are expected on one side, a point outside its limit is a fall only if chance hardly ever does it', () => {
	const perfect = (many: number, n: number) => Array.from({ length: many }, () => [n, n] as const);
	for (const [n, many] of [
		[8, 10],
		[8, 16],
		[6, 16],
		[10, 16],
	] as const) {
		const drift = driftOf(held(...perfect(many, n), [n - 1, n]), 'session');
		expect(fallsOf(drift)).toEqual([]);
	}
	const outside = driftOf(held(...perfect(16, 6), [5, 6]), 'session');
	expect(outside.chart?.points.at(-1)).toMatchObject({ outside: true, lowCount: true });
	const [fall] = fallsOf(driftOf(held(...perfect(10, 8), [2, 8]), 'session'));
	expect(fall).toMatchObject({ rule: 1, sessionIds: ['s11'] });
	expect(fall!.sentence).toBe(
		'Rule 1: session 11 is below its limit, with 2 of 8. Fewer than 5 are expected on one side at some points: the limits are rough, so read the counts.',
	);
	const large = driftOf(held(...Array.from({ length: 9 }, () => [90, 100] as const), [60, 100]), 'session');
	expect(fallsOf(large).map(({ sentence }) => sentence)).toEqual([
		'Rule 1: session 10 is below its limit, with 60 of 100.',
	]);
});

test('a run below the centre line is a fall though chance explains each point, and is rough if only one point is', () => {
	const high = Array.from({ length: 7 }, () => [96, 100] as const);
	const low = Array.from({ length: 6 }, () => [90, 100] as const);
	const [plain] = fallsOf(driftOf(held(...high, ...low, [90, 100]), 'session'));
	expect(plain).toMatchObject({ rule: 2, sessionIds: ['s8', 's9', 's10', 's11', 's12', 's13', 's14'] });
	expect(plain!.sentence).not.toContain('rough');
	const [rough] = fallsOf(driftOf(held(...high, ...low, [8, 10]), 'session'));
	expect(rough).toMatchObject({ rule: 2, sessionIds: plain!.sessionIds });
	expect(rough!.sentence).toContain('the limits are rough');
});

test('no signal is said with how many points it rests on, and small counts are warned of', () => {
	expect(sentenceForDrift(driftOf(held([80, 100], [84, 100]), 'session'), 'delivered')).toBe(
		'164 of 200 activities were delivered. No sign of a change over 2 sessions: every point is within its limits and there is no run of seven on one side.',
	);
	expect(sentenceForDrift(driftOf(held([5, 6]), 'month'), 'delivered')).toBe(
		'5 of 6 activities were delivered. No sign of a change over 1 month: every point is within its limits and there is no run of seven on one side. Fewer than 5 are expected on one side at some points: the limits are rough, so read the counts.',
	);
	const months = driftOf([...held([95, 100], [95, 100], [95, 100], [40, 100])], 'month');
	expect(sentenceForDrift(months, 'delivered')).toContain('Rule 1: February 2026 is below its limit, with 40 of 100.');
});

test('what a lead approved beforehand is said to be left out, of a session or a month', () => {
	const sessions = held([80, 100], [80, 100]).map((one, index) => ({ ...one, approved: index + 1 }));
	for (const by of ['session', 'month'] as const) {
		const drift = driftOf(sessions, by);
		expect(drift.approved).toBe(3);
		expect(sentenceForDrift(drift, 'delivered')).toMatch(
			/ Left out, because a lead approved the change beforehand: 3 activities\.$/,
		);
	}
	expect(sentenceForDrift(driftOf(held([80, 100]), 'session'), 'delivered')).not.toContain('Left out');
});

test('pooling into months loses and doubles nothing', () => {
	const counts = fc.integer({ min: 0, max: 9 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
	fc.assert(
		fc.property(fc.array(counts, { maxLength: 25 }), (all) => {
			const [bySession, byMonth] = [driftOf(held(...all), 'session'), driftOf(held(...all), 'month')];
			expect(byMonth.missing).toBe(bySession.missing);
			expect(byMonth.points.flatMap(({ sessionIds }) => sessionIds)).toEqual(
				bySession.points.flatMap(({ sessionIds }) => sessionIds),
			);
			expect(byMonth.chart?.sumX).toBe(bySession.chart?.sumX);
			expect(bySession.points.length + bySession.missing).toBe(all.length);
		}),
	);
});

test('cohorts lie around their common rate in the order given; those without data are counted apart', () => {
	const counts = (cohort: string, count: number, outOf: number) => ({ cohort, counts: { count, outOf } });
	const funnel = cohortFunnel([
		counts('low', 10, 50),
		counts('none', 0, 0),
		counts('usual', 126, 200),
		counts('small', 4, 4),
	]);
	expect(funnel).toEqual({
		overall: { count: 140, outOf: 254, percent: 55 },
		members: [
			{ cohort: 'low', x: 10, n: 50, place: 'alarm', side: 'below' },
			{ cohort: 'usual', x: 126, n: 200, place: 'alert', side: 'above' },
			{ cohort: 'small', x: 4, n: 4, place: 'inside', side: null },
		],
		withoutData: 1,
	});
	expect(cohortFunnel([counts('none', 0, 0)])).toEqual({
		overall: { count: 0, outOf: 0, percent: null },
		members: [],
		withoutData: 1,
	});
});
