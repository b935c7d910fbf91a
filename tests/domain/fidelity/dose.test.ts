import { expect, test } from 'vitest';
import { minutesDose, sessionDose, sessionsDose } from '#app/domain/fidelity/dose.ts';
import type { SessionState } from '#app/domain/scheduling/session.ts';
import { instant } from '#app/domain/shared/instant.ts';

const now = instant('2026-03-03T21:00:00Z');
const over = { startsAt: instant('2026-03-03T19:00:00Z'), endsAt: now };
const goesOn = { startsAt: instant('2026-03-03T20:00:00Z'), endsAt: instant('2026-03-03T22:00:00Z') };
type Time = Parameters<typeof sessionsDose>[0][number]['time'];
const session = (state: SessionState, time: object | null) => ({ state, time: time as Time });

test('of the sessions that are over those held count for the dose, the cancelled against it, and the unanswered apart', () => {
	const sessions = [
		...[session('held', over), session('held', over), session('held', over)],
		...[session('cancelled', over), session('scheduled', over), session('scheduled', over)],
		...[session('scheduled', goesOn), session('cancelled', goesOn), session('scheduled', null)],
	];
	expect(sessionsDose(sessions, now)).toEqual({
		sessions: { count: 3, outOf: 4, percent: 75 },
		unanswered: 2,
		planned: 9,
	});
});

test('minutes are of the activities of which somebody gave them; of the others they are missing', () => {
	const activity = (key: string, minutes: number) => ({ key, minutes, core: true, title: key, mechanism: 'trust' });
	const activities = [activity('welcome', 20), activity('log', 40), activity('plan', 60)];
	const rated = (activityKey: string, minutes: number | null) =>
		({ activityKey, minutes, rating: 'as-intended', reason: null }) as const;
	const logged = { activities, ratings: [rated('welcome', 30), rated('log', 0), rated('plan', null)] } as never;
	expect(sessionDose(logged)).toEqual({ minutes: { count: 30, outOf: 60, percent: 50 }, missing: 1 });
	const without = { activities, ratings: null } as never;
	expect(sessionDose(without)).toBeNull();
	expect(minutesDose([logged, without])).toEqual({ minutes: { count: 30, outOf: 60, percent: 50 }, missing: 4 });
});
