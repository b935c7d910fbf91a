import { expect, test } from 'vitest';
import { isTeamDone } from '#app/domain/cohorts/team-duty.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';

test.each([
	['2026-01-27', '2026-01-27', false],
	['2026-01-27', '2026-02-03', false],
	['2026-01-27', '2026-02-04', true],
	['2026-03-25', '2026-04-01', false],
	['2026-03-25', '2026-04-02', true],
] as const)('a team whose last session was on %s has done with it on %s: %s', (lastDay, today, expected) => {
	expect(isTeamDone(calendarDay(lastDay), calendarDay(today))).toBe(expected);
});

test('a team whose cohort has no dated session goes on', () => {
	expect(isTeamDone(null, calendarDay('2026-01-27'))).toBe(false);
});
