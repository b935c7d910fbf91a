import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Place, retentionOfPlaces } from '#app/domain/attrition/retention.ts';
import { compareRetention } from '#app/domain/cohorts/compare-retention.ts';
import { incidencePoints } from '#app/domain/cohorts/incidence-points.ts';
import { meanSessionReached, retentionPoints } from '#app/domain/cohorts/retention-points.ts';

const LAST_HELD = 12;

const place = fc
	.record({
		state: fc.constantFrom('on-programme' as const, 'completed' as const, 'left' as const, 'removed' as const),
		first: fc.integer({ min: 1, max: 4 }),
		more: fc.integer({ min: 0, max: 8 }),
		came: fc.boolean(),
	})
	.map(({ state, first, more, came }): Place => ({ state, attended: came ? { first, last: first + more } : null }));

type Counted = { readonly session: number; readonly atRisk: number; readonly left: number; readonly removed: number };

/** The slow way: session after session, who was there to be lost, and who was seen for the last time. */
function countSessionBySession(places: readonly Place[]): readonly Counted[] {
	const came = places.flatMap(({ state, attended }) => (attended ? [{ state, ...attended }] : []));
	return Array.from({ length: LAST_HELD }, (_, index) => {
		const session = index + 1;
		const there = came.filter(({ state, first, last }) => {
			const isGone = state === 'left' || state === 'removed';
			return first <= session && session <= (isGone ? last : LAST_HELD);
		});
		const lost = (kind: string) => there.filter(({ state, last }) => state === kind && last === session).length;
		return { session, atRisk: there.length, left: lost('left'), removed: lost('removed') };
	});
}

test('the curve and both ways out are what counting session by session gives, whoever joins late', () => {
	fc.assert(
		fc.property(fc.array(place, { minLength: 1, maxLength: 25 }), (places) => {
			const retention = retentionOfPlaces(places, LAST_HELD);
			const curve = retentionPoints(retention);
			const ways = incidencePoints(retention);
			let [stillIn, left, removed] = [1, 0, 0];
			for (const counted of countSessionBySession(places)) {
				const point = curve[counted.session];
				if (!point) {
					expect(counted.left + counted.removed).toBe(0);
					continue;
				}
				if (counted.atRisk > 0) {
					left += (stillIn * counted.left) / counted.atRisk;
					removed += (stillIn * counted.removed) / counted.atRisk;
					stillIn *= 1 - (counted.left + counted.removed) / counted.atRisk;
				}
				const way = ways[counted.session]!;
				expect([point.atRisk, point.left]).toEqual([counted.atRisk, counted.left + counted.removed]);
				expect(way.people).toEqual({ left: counted.left, removed: counted.removed });
				expect(way.atRisk).toBe(counted.atRisk);
				expect(point.share).toBeCloseTo(stillIn, 10);
				expect(way.stillIn).toBeCloseTo(stillIn, 10);
				expect(way.gone.left).toBeCloseTo(left, 10);
				expect(way.gone.removed).toBeCloseTo(removed, 10);
			}
		}),
		{ numRuns: 200 },
	);
});

test('the mean session reached is the area under the points, and none is told while nobody left or when the curve emptied early', () => {
	fc.assert(
		fc.property(fc.array(place, { minLength: 1, maxLength: 25 }), (places) => {
			const retention = retentionOfPlaces(places, LAST_HELD);
			const points = retentionPoints(retention);
			const mean = meanSessionReached(retention);
			const emptied = points.findIndex(({ share }) => share === 0);
			const cameAfter = emptied > 0 && retention.observations.some(({ exit }) => exit > emptied);
			if (points.every(({ left }) => left === 0) || cameAfter) {
				expect(mean).toBeNull();
				return;
			}
			const area = points.slice(0, -1).reduce((sum, { share }) => sum + share, 0);
			expect(mean!.estimate).toBeCloseTo(area, 10);
			expect(mean!.upTo).toBe(points.length - 1);
		}),
		{ numRuns: 200 },
	);
});

test('two groups are compared by the log-rank test; a group of fewer than ten is said to be small', () => {
	const of = (group: string, places: readonly Place[]) => retentionOfPlaces(places, LAST_HELD, group).observations;
	const many = (count: number, one: Place) => Array.from({ length: count }, () => one);
	const stays: Place = { state: 'on-programme', attended: { first: 1, last: 12 } };
	const leaves: Place = { state: 'left', attended: { first: 1, last: 3 } };
	const { groups, logRank } = compareRetention([
		...of('north', [...many(9, stays), leaves]),
		...of('river', [...many(3, stays), ...many(5, leaves)]),
	]);
	expect(groups.map(({ name, people, left, removed, isFew }) => ({ name, people, left, removed, isFew }))).toEqual([
		{ name: 'north', people: 10, left: 1, removed: 0, isFew: false },
		{ name: 'river', people: 8, left: 5, removed: 0, isFew: true },
	]);
	// Worked by hand at the one event time: 6 of 18 left; expected in the first group 10 × 6/18, V = 6 × 10/18 × 8/18 × 12/17.
	const variance = (6 * 10 * 8 * 12) / (18 * 18 * 17);
	expect(logRank!.groups[0]).toMatchObject({ observed: 1 });
	expect(logRank!.groups[0]!.expected).toBeCloseTo(60 / 18, 12);
	expect(logRank!.chiSquare).toBeCloseTo((1 - 60 / 18) ** 2 / variance, 10);
	expect(logRank!.df).toBe(1);
});

test('one group, or groups that nobody left, are not compared', () => {
	const stays: Place = { state: 'on-programme', attended: { first: 1, last: 12 } };
	const of = (group: string) => retentionOfPlaces([stays, stays], LAST_HELD, group).observations;
	expect(compareRetention(of('north')).logRank).toBeNull();
	expect(compareRetention([...of('north'), ...of('river')]).logRank).toBeNull();
});
