import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIVITY_RATINGS, type ActivityRating } from '#app/domain/fidelity/activity-ratings.ts';
import type { RatedActivity } from '#app/domain/fidelity/delivery-log.ts';
import { agreementOfLogs, directionOf } from '#app/domain/fidelity/log-agreement.ts';
import vectors from '#tests/fixtures/vectors/kappa.json' with { type: 'json' };

const rated = (ratings: Record<string, ActivityRating>): RatedActivity[] =>
	Object.entries(ratings).map(([activityKey, rating]) => ({ activityKey, rating, minutes: null, reason: null }));
const planned = (keys: string) => [...keys].map((key) => ({ key }));

test('alike out of rated by both; what one or both left open is missing, and what the plan does not have counts nowhere', () => {
	const first = rated({ a: 'as-intended', b: 'not-delivered', c: 'as-intended', z: 'as-intended' });
	const second = rated({ a: 'as-intended', b: 'content-changed', d: 'as-intended', z: 'as-intended' });
	expect(agreementOfLogs(planned('abcde'), first, second)).toEqual({
		alike: { count: 1, outOf: 2, percent: 50 },
		kappa: { done: true, value: expect.closeTo(1 / 3, 12) },
		band: null,
		onlyOne: 2,
		neither: 1,
		direction: { firstHigher: 0, secondHigher: 1 },
	});
});

test('two logs that say “as intended” throughout agree fully, and have no kappa', () => {
	const log = rated({ a: 'as-intended', b: 'as-intended' });
	expect(agreementOfLogs(planned('ab'), log, log)).toMatchObject({
		alike: { count: 2, outOf: 2, percent: 100 },
		kappa: { done: false, code: 'one-category-only' },
		band: null,
	});
	expect(agreementOfLogs(planned('ab'), log, []).kappa).toMatchObject({ code: 'nothing-rated-by-both' });
	expect(agreementOfLogs(planned('ab'), [], [])).toMatchObject({ onlyOne: 0, neither: 2 });
});

test('forty activities of the vector with its kappa and its word', () => {
	const { table, expected } = vectors.cases.find(({ id }) => id === 'facilitator-log-4-levels')!;
	const pairs = table.flatMap((row, one) =>
		row.flatMap((count, other) =>
			Array.from({ length: count }, () => [ACTIVITY_RATINGS[one]!, ACTIVITY_RATINGS[other]!] as const),
		),
	);
	const side = (which: 0 | 1) =>
		pairs.map((pair, index) => ({ activityKey: `a${index}`, rating: pair[which], minutes: null, reason: null }));
	const activities = pairs.map((_, index) => ({ key: `a${index}` }));
	expect(agreementOfLogs(activities, side(0), side(1))).toMatchObject({
		alike: { count: 30, outOf: 40, percent: 75 },
		kappa: { done: true, value: expect.closeTo(expected.kappa!, 9) },
		band: 'substantial',
		direction: { firstHigher: 6, secondHigher: 4 },
	});
});

test('the account nearer to “as intended” is the higher one, whatever stands between', () => {
	expect(
		directionOf([
			['as-intended', 'delivery-changed'],
			['delivery-changed', 'content-changed'],
			['content-changed', 'not-delivered'],
			['not-delivered', 'as-intended'],
			['as-intended', 'as-intended'],
			[null, 'as-intended'],
			['not-delivered', null],
		]),
	).toEqual({ firstHigher: 3, secondHigher: 1 });
});

test('who is named first turns the direction round and nothing else', () => {
	const ratings = fc.array(fc.option(fc.constantFrom(...ACTIVITY_RATINGS)), { minLength: 12, maxLength: 12 });
	fc.assert(
		fc.property(ratings, ratings, (one, other) => {
			const activities = one.map((_, index) => ({ key: `a${index}` }));
			const log = (some: readonly (ActivityRating | null)[]) =>
				rated(Object.fromEntries(some.flatMap((rating, index) => (rating ? [[`a${index}`, rating]] : []))));
			const there = agreementOfLogs(activities, log(one), log(other));
			const back = agreementOfLogs(activities, log(other), log(one));
			expect(back.direction).toEqual({
				firstHigher: there.direction.secondHigher,
				secondHigher: there.direction.firstHigher,
			});
			expect({ ...back, direction: null }).toEqual({ ...there, direction: null });
			const { alike, onlyOne, neither, direction } = there;
			expect(alike.outOf + onlyOne + neither).toBe(12);
			expect(alike.count + direction.firstHigher + direction.secondHigher).toBe(alike.outOf);
		}),
	);
});
