import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEWEST_PAST_PLACES, type PastPlace, type Standing, viabilityOf } from '#app/domain/cohorts/viability.ts';
import { wilsonInterval } from '#app/domain/statistics/proportion.ts';

const SIZE = { min: 6, viable: 5, max: 15 };
const NO_HISTORY = { cohorts: 0, places: [] };
const running = (taken: number, reached = 3): Standing => ({ state: 'running', taken, reached, size: SIZE });
const recruiting = (taken: number): Standing => ({ state: 'recruiting', taken, reached: 0, size: SIZE });

const stayed = (count: number): PastPlace[] =>
	Array.from({ length: count }, () => ({ lastAttended: 17, stayed: true }));
const left = (lastAttended: number, count = 1): PastPlace[] =>
	Array.from({ length: count }, () => ({ lastAttended, stayed: false }));

test.each([
	[recruiting(5), 'too-few-to-start'],
	[recruiting(6), null],
	[running(4), 'below-viable'],
	[running(5), null],
] as const)('the size alone warns: %j', (standing, warning) => {
	expect(viabilityOf(standing, NO_HISTORY)).toMatchObject({ warning, staying: null, toInvite: null, atEnd: null });
});

test.each(['finished', 'cancelled'] as const)('a cohort that is %s has nothing to keep going', (state) => {
	expect(viabilityOf({ ...running(1), state }, NO_HISTORY)).toBeNull();
});

test('before the start everybody who had a place is compared, those who never came too', () => {
	const places = [...stayed(19), ...left(0, 5), ...left(2, 4), ...left(9, 3)];
	const viability = viabilityOf(recruiting(8), { cohorts: 3, places })!;
	expect(viability.staying).toEqual({
		cohorts: 3,
		since: 0,
		stayed: { count: 19, outOf: 31, percent: 61 },
		interval: wilsonInterval(19, 31),
	});
	// Wilson 19 of 31: 43.8% to 76.3%; 5 ÷ 0.763 = 6.6 and 5 ÷ 0.438 = 11.4.
	expect(viability.toInvite).toEqual({ from: 7, to: 12 });
	expect(viability.atEnd).toBeNull();
});

test('while it runs only those are compared who were still there at the session that it has reached', () => {
	const places = [...stayed(7), ...left(0, 5), ...left(5, 6), ...left(6, 3), ...left(9, 2)];
	const viability = viabilityOf(running(6, 6), { cohorts: 2, places })!;
	expect(viability.staying?.stayed).toEqual({ count: 7, outOf: 12, percent: 58 });
	expect(viability.warning).toBe('likely-below-viable');
	// Wilson 7 of 12: 32.0% to 80.7%, of 6 people.
	expect(viability.atEnd).toEqual({ from: 1, to: 5 });
	expect(viability.toInvite).toBeNull();
	expect(viabilityOf(running(9, 6), { cohorts: 2, places })!.warning).toBeNull();
	expect(viabilityOf(running(4, 6), { cohorts: 2, places })!.warning).toBe('below-viable');
});

test('a short history says nothing, and one in which nobody stayed sets no upper end', () => {
	expect(viabilityOf(recruiting(8), { cohorts: 1, places: stayed(FEWEST_PAST_PLACES - 1) })!.staying).toBeNull();
	expect(viabilityOf(running(8), { cohorts: 2, places: left(2, 40) })!).toMatchObject({ staying: null, warning: null });
	const none = viabilityOf(recruiting(8), { cohorts: 1, places: left(3, FEWEST_PAST_PLACES) })!;
	expect(none.toInvite).toEqual({ from: 19, to: null });
});

const place = fc.record({ lastAttended: fc.integer({ min: 0, max: 17 }), stayed: fc.boolean() });
const history = fc.record({ cohorts: fc.integer({ min: 1, max: 9 }), places: fc.array(place, { maxLength: 60 }) });

test('at the ends of what to invite the viable number is within the interval, and one more that stayed never asks for more', () => {
	fc.assert(
		fc.property(history, fc.integer({ min: 0, max: 15 }), (past, taken) => {
			const viability = viabilityOf(recruiting(taken), past)!;
			if (!viability.staying || !viability.toInvite) return;
			const { interval } = viability.staying;
			const { from, to } = viability.toInvite;
			expect(from * interval.upper).toBeGreaterThanOrEqual(SIZE.viable - 1e-6);
			expect((from - 1) * interval.upper).toBeLessThan(SIZE.viable);
			if (to !== null) {
				expect(to).toBeGreaterThanOrEqual(from);
				expect(to * interval.lower).toBeGreaterThanOrEqual(SIZE.viable - 1e-6);
			}
			const better = viabilityOf(recruiting(taken), { ...past, places: [...past.places, ...stayed(1)] })!;
			expect(better.toInvite!.from).toBeLessThanOrEqual(from);
		}),
	);
});

test('nobody is counted twice, and what is left at the end lies between nobody and everybody here', () => {
	fc.assert(
		fc.property(history, fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 17 }), (past, taken, reached) => {
			const { staying, atEnd } = viabilityOf(running(taken, reached), past)!;
			if (!staying || !atEnd) return;
			expect(staying.stayed.outOf).toBeLessThanOrEqual(past.places.length);
			expect(atEnd.from).toBeGreaterThanOrEqual(0);
			expect(atEnd.to!).toBeLessThanOrEqual(taken);
			expect(atEnd.from).toBeLessThanOrEqual(atEnd.to!);
		}),
	);
});
