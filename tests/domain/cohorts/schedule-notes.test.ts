import { expect, test } from 'vitest';
import { noteSchedule } from '#app/domain/cohorts/schedule-notes.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { drawnCohort } from './drawn-cohort.ts';

const { sessions } = drawnCohort('H H X s');
const moved = { ...sessions[1]!, timeVersion: 3 };
const kept = (timeVersion: number, day: string, why: string) => ({
	sessionId: moved.id,
	timeVersion,
	day: calendarDay(day),
	startTime: clockTime('18:00'),
	why,
});
const week = (from: string, to: string) => ({ from: calendarDay(from), to: calendarDay(to), label: 'Half-term' });

test('a cohort begins and ends with its first and last booked session', () => {
	expect(noteSchedule(sessions, [], [])).toMatchObject({ startsOn: '2026-01-06', endsOn: '2026-01-27' });
	expect(noteSchedule([{ ...sessions[0]!, time: null }], [], [])).toMatchObject({ startsOn: null, endsOn: null });
});

test('a session moved twice is told from its first time to the one that stands, with the newest reason', () => {
	const times = [
		kept(1, '2026-01-12', 'first plan'),
		kept(2, '2026-01-15', 'venue closed'),
		kept(3, '2026-01-13', 'snow'),
	];
	expect(noteSchedule([moved], times, []).moved).toEqual([
		{
			planNumber: 2,
			from: { day: '2026-01-12', startTime: '18:00' },
			to: { day: '2026-01-13', startTime: '18:00' },
			why: 'snow',
		},
	]);
});

test('a session moved back to its first time was not moved', () => {
	const times = [kept(1, '2026-01-13', 'first plan'), kept(2, '2026-01-15', 'snow'), kept(3, '2026-01-13', 'no snow')];
	expect(noteSchedule([moved], times, []).moved).toEqual([]);
});

test('a cancelled session is named with its reason', () => {
	expect(noteSchedule(sessions, [], []).cancelled).toEqual([{ planNumber: 3, reason: 'venue flooded' }]);
});

test('only weeks left out between the first and the last session are worth a note', () => {
	const inside = week('2026-01-14', '2026-01-18');
	const skipped = [week('2025-12-22', '2026-01-04'), inside, week('2026-04-06', '2026-04-19')];
	expect(noteSchedule(sessions, [], skipped).skipped).toEqual([inside]);
});
