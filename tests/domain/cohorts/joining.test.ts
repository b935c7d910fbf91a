import { expect, test } from 'vitest';
import { joinCohort } from '#app/domain/cohorts/joining.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';

const plans = [1, 2, 3, 4, 5].map((number) => ({ number, joiningAllowed: number <= 3 }));
const programme = { plans, thresholds: { lastJoiningSession: 3 } } as unknown as Programme;
const first = calendarDay('2026-01-13');

function session(planNumber: number, change: object = {}) {
	const time = sessionTimeAt(plusDays(first, 7 * (planNumber - 1)), clockTime('18:30'), 120);
	return { id: asId<SessionId>(`s${planNumber}`), planNumber, time, state: 'scheduled' as const, ...change };
}

const sessions = [1, 2, 3, 4, 5].map((number) => session(number));
const join = (change: object = {}) =>
	joinCohort({ programme, sessions, places: 12, placesTaken: 0, now: instant('2026-01-01T09:00:00Z'), ...change });

test('before the first session somebody is expected at every session', () => {
	expect(join()).toMatchObject({ done: true, value: { joinsAtPlan: 1, expectedAt: sessions } });
});

test('somebody who joins while session 2 is under way is expected from session 3 on', () => {
	const joined = join({ now: instant('2026-01-20T18:30:00Z') });
	expect(joined).toMatchObject({ value: { joinsAtPlan: 3 } });
	expect(joined.done && joined.value.expectedAt.map(({ planNumber }) => planNumber)).toEqual([3, 4, 5]);
});

test('joining is closed once session 3 has started, and the refusal names the session that is next', () => {
	expect(join({ now: instant('2026-01-27T18:30:00Z') })).toMatchObject({
		code: 'joining-closed',
		details: { lastJoiningSession: 3, nextSession: 4 },
	});
});

test('a plan that lets nobody join is passed over for the next that does', () => {
	const closed = plans.map((plan) => (plan.number === 1 ? { ...plan, joiningAllowed: false } : plan));
	expect(join({ programme: { ...programme, plans: closed } })).toMatchObject({ value: { joinsAtPlan: 2 } });
});

test('a cancelled session is not one to join at, yet a row waits there in case that is undone', () => {
	const oneCancelled = sessions.map((one) => (one.planNumber === 1 ? { ...one, state: 'cancelled' as const } : one));
	const joined = join({ sessions: oneCancelled });
	expect(joined).toMatchObject({ value: { joinsAtPlan: 2 } });
});

test('an individual session without a time is expected of everybody who joins before it', () => {
	const withPlaceholder = [...sessions.slice(0, 3), session(4, { time: null }), session(5)];
	const joined = join({ sessions: withPlaceholder, now: instant('2026-01-20T18:30:00Z') });
	expect(joined.done && joined.value.expectedAt.map(({ planNumber }) => planNumber)).toEqual([3, 4, 5]);
});

test('a full cohort takes nobody, and says how many places it has', () => {
	expect(join({ placesTaken: 12 })).toMatchObject({ code: 'cohort-full', details: { places: 12, placesTaken: 12 } });
});

test('a cohort whose sessions are over takes nobody', () => {
	expect(join({ now: instant('2027-01-01T09:00:00Z') })).toMatchObject({ code: 'nothing-to-join' });
});
