import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	type Draw,
	drawObservations,
	type PlannableSession,
	plannable,
	sessionsToObserve,
	standingDraw,
	toldFrom,
} from '#app/domain/observations/observation-plan.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { asId, type SessionId, type StaffId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, instant } from '#app/domain/shared/instant.ts';
import { randomFrom, seedOf } from '#app/domain/shared/seeded-random.ts';

const DAY = 86_400_000;
const BEGIN = Date.parse('2026-03-03T18:30:00Z');
const at = (days: number): Instant => instant(new Date(BEGIN + days * DAY).toISOString().replace('.000Z', 'Z'));
const session = (number: number, staff: readonly string[]): PlannableSession => ({
	sessionId: asId<SessionId>(`s${String(number).padStart(2, '0')}`),
	startsAt: at(7 * number),
	staffIds: staff.map((id) => asId<StaffId>(id)),
});

/** Up to twenty sessions, each delivered by some of four facilitators, somebody at least. */
const pools = fc
	.array(fc.subarray(['ann', 'bob', 'cy', 'dee'], { minLength: 1 }), { maxLength: 20 })
	.map((teams) => teams.map((team, number) => session(number, team)));
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const seeds = fc.string({ minLength: 1 });

/**
 * What a draw is, said another way and slowly: a session is drawn when for somebody who delivers it fewer of the drawn ones
 * before it in the order of chance are theirs than they need. The order swaps from the end, as Fisher and Yates did.
 */
function slowDraw(sessions: readonly PlannableSession[], seed: string, share: number): readonly SessionId[] {
	const pool = [...sessions].sort((one, other) => one.sessionId.localeCompare(other.sessionId, 'en'));
	const random = randomFrom(seedOf(seed));
	const order: PlannableSession[] = [];
	while (pool.length > 0) {
		const place = pool.length === 1 ? 0 : Math.floor(random() * pool.length);
		const [there] = pool.splice(place, 1, pool.at(-1)!);
		pool.pop();
		order.unshift(there!);
	}
	const need = (staffId: StaffId) => {
		const own = sessions.filter(({ staffIds }) => staffIds.includes(staffId)).length;
		let least = 1;
		while (least < own && least / own < share - 1e-9) least += 1;
		return least;
	};
	const isDrawn = (place: number): boolean =>
		order[place]!.staffIds.some((staffId) => {
			const before = order.slice(0, place).filter((one, index) => one.staffIds.includes(staffId) && drawn[index]);
			return before.length < need(staffId);
		});
	const drawn: boolean[] = [];
	for (let place = 0; place < order.length; place += 1) drawn.push(isDrawn(place));
	return order.filter((_, place) => drawn[place]).map(({ sessionId }) => sessionId);
}

test('a draw is what the slow account of it says, whatever the sessions, the share and the seed', () => {
	fc.assert(
		fc.property(pools, shares, seeds, (pool, share, seed) => {
			const drawn = drawObservations(pool, { seed, share });
			expect(drawn.toSorted()).toEqual(slowDraw(pool, seed, share).toSorted());
		}),
		{ numRuns: 500 },
	);
});

test('each facilitator gets the share of their own sessions and at least one; who delivers alone gets no more', () => {
	fc.assert(
		fc.property(pools, shares, seeds, (pool, share, seed) => {
			const drawn = pool.filter(({ sessionId }) => drawObservations(pool, { seed, share }).includes(sessionId));
			for (const staffId of new Set(pool.flatMap(({ staffIds }) => staffIds))) {
				const own = pool.filter(({ staffIds }) => staffIds.includes(staffId)).length;
				const observed = drawn.filter(({ staffIds }) => staffIds.includes(staffId)).length;
				expect(observed).toBeGreaterThanOrEqual(Math.max(1, Math.ceil(own * share - 1e-9)));
			}
			const alone = pool.filter(({ staffIds }) => staffIds.join() === 'ann');
			expect(drawObservations(alone, { seed, share }).length).toBe(sessionsToObserve(alone.length, share));
		}),
	);
});

test('the same seed draws the same, however the sessions are listed, and in the order in which they begin', () => {
	fc.assert(
		fc.property(pools, shares, seeds, fc.nat(), (pool, share, seed, turn) => {
			const drawn = drawObservations(pool, { seed, share });
			const at = pool.length === 0 ? 0 : turn % pool.length;
			expect(drawObservations([...pool.slice(at), ...pool.slice(0, at)].toReversed(), { seed, share })).toEqual(drawn);
			const starts = drawn.map((id) => pool.find(({ sessionId }) => sessionId === id)!.startsAt);
			expect(starts).toEqual(starts.toSorted());
		}),
	);
});

test('every session of one facilitator is drawn about as often, over many seeds', () => {
	const pool = Array.from({ length: 10 }, (_, number) => session(number, ['ann']));
	const counts = new Map<SessionId, number>();
	for (let round = 0; round < 5000; round += 1) {
		for (const id of drawObservations(pool, { seed: `seed ${round}`, share: 0.1 })) {
			counts.set(id, (counts.get(id) ?? 0) + 1);
		}
	}
	expect(counts.size).toBe(10);
	for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(90);
});

test('how many: the share rounded up, at least one, never more than there are, and no session from rounding alone', () => {
	expect(sessionsToObserve(0, 0.5)).toBe(0);
	expect(sessionsToObserve(17, 0.1)).toBe(2);
	expect(sessionsToObserve(3, 0)).toBe(1);
	expect(sessionsToObserve(3, 1)).toBe(3);
	// 0.07 × 100 is 7.000000000000001 to a computer.
	expect(sessionsToObserve(100, 0.07)).toBe(7);
});

test('only what leaves the whole notice may be drawn, and only what somebody delivers', () => {
	const now = instant('2026-03-03T12:00:00Z');
	const pool = [session(0, ['ann']), session(1, ['ann']), session(2, ['ann']), session(3, [])];
	// Seven days before the second of them is today: its facilitators would know at once.
	expect(plannable(pool, now, 7).map(({ sessionId }) => sessionId)).toEqual(['s02']);
	expect(plannable(pool, now, 6).map(({ sessionId }) => sessionId)).toEqual(['s01', 's02']);
	expect(toldFrom(calendarDay('2026-03-10'), 7)).toBe('2026-03-03');
});

test('a new draw drops what the one before left in the future, and keeps what the facilitators had been told', () => {
	const drawn = (...numbers: number[]) =>
		numbers.map((number) => ({ sessionId: asId<SessionId>(`s${number}`), startsAt: at(number), times: [] }));
	const first = { drawnAt: at(0), noticeDays: 7, drawn: drawn(10, 20, 30) };
	const second = { drawnAt: at(13), noticeDays: 7, drawn: drawn(25, 40) };
	expect([...standingDraw([first])]).toEqual(['s10', 's20', 's30']);
	expect([...standingDraw([first, second])]).toEqual(['s10', 's20', 's25', 's40']);
	expect([...standingDraw([first, { ...second, drawnAt: at(12) }])]).toEqual(['s10', 's25', 's40']);
	expect(standingDraw([]).size).toBe(0);
});

test('whatever is drawn again and again, what somebody was told of stands and the last draw stands whole', () => {
	const draws = fc.array(
		fc.record({ day: fc.nat(100), numbers: fc.uniqueArray(fc.nat(60), { maxLength: 5 }), noticeDays: fc.nat(14) }),
		{ maxLength: 5 },
	);
	fc.assert(
		fc.property(draws, (some) => {
			const all: Draw[] = some
				.toSorted((one, other) => one.day - other.day)
				.map(({ day, numbers, noticeDays }) => ({
					drawnAt: at(day),
					noticeDays,
					drawn: numbers.map((number) => ({
						sessionId: asId<SessionId>(`s${day + number}`),
						startsAt: at(day + number),
						times: [],
					})),
				}));
			const standing = standingDraw(all);
			for (const { sessionId } of all.at(-1)?.drawn ?? []) expect(standing.has(sessionId)).toBe(true);
			all.forEach(({ drawn, noticeDays }, index) => {
				const next = all[index + 1];
				for (const { sessionId, startsAt } of drawn) {
					if (next && plusDays(dayOf(startsAt), -noticeDays) <= dayOf(next.drawnAt)) {
						expect(standing.has(sessionId)).toBe(true);
					}
				}
			});
			const everDrawn = new Set(all.flatMap(({ drawn }) => drawn.map(({ sessionId }) => sessionId)));
			expect([...standing].every((id) => everDrawn.has(id))).toBe(true);
		}),
	);
});

test('a session that was moved is told of where it lies: what was told by then stands, wherever it was drawn or lies now', () => {
	const stands = (drawnFor: number, ...moves: readonly (readonly [on: number, to: number])[]) => {
		const times = moves.map(([on, to]) => ({ setAt: at(on), day: dayOf(at(to)) }));
		const moved = { sessionId: asId<SessionId>('moved'), startsAt: at(drawnFor), times };
		const draws: Draw[] = [
			{ drawnAt: at(0), noticeDays: 7, drawn: [moved] },
			{ drawnAt: at(20), noticeDays: 7, drawn: [] },
		];
		return standingDraw(draws).has(moved.sessionId);
	};
	expect(stands(40)).toBe(false);
	// Drawn for day 40, moved on the fifth to day 18: the team was told on the eleventh.
	expect(stands(40, [5, 18])).toBe(true);
	// Moved away before the notice, and after it.
	expect(stands(15, [5, 40])).toBe(false);
	expect(stands(15, [9, 40])).toBe(true);
	expect(stands(40, [5, 18], [12, 60])).toBe(true);
	expect(stands(40, [5, 18], [9, 60])).toBe(false);
	// Where it lay before it was drawn and where it was moved to after the next draw told nobody.
	expect(stands(40, [-5, 8], [-1, 40])).toBe(false);
	expect(stands(40, [21, 25])).toBe(false);
});
