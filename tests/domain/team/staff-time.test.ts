import { expect, test } from 'vitest';
import { calendarDay, type Weekday } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { checkHours, checkLeave, isInHours, isOnLeave } from '#app/domain/team/staff-time.ts';
import { timeAt } from './people.ts';

const hours = (weekday: Weekday, from: string, to: string) => ({
	weekday,
	fromTime: clockTime(from),
	toTime: clockTime(to),
});
const leave = (from: string, to: string) => ({ fromDay: calendarDay(from), toDay: calendarDay(to) });
/** A Tuesday, from 6:30pm to 8:30pm. */
const TUESDAY = timeAt('2026-03-17');

test('leave holds on its first day, its last and between, and on no other', () => {
	expect(isOnLeave([leave('2026-03-17', '2026-03-20')], TUESDAY)).toBe(true);
	expect(isOnLeave([leave('2026-03-10', '2026-03-17')], TUESDAY)).toBe(true);
	expect(isOnLeave([leave('2026-03-10', '2026-03-16'), leave('2026-03-18', '2026-03-20')], TUESDAY)).toBe(false);
	expect(isOnLeave([], TUESDAY)).toBe(false);
});

test('a session past midnight is not held by somebody whose leave begins on the day after', () => {
	expect(isOnLeave([leave('2026-03-18', '2026-03-18')], timeAt('2026-03-17', '23:00'))).toBe(true);
});

test('hours hold a session that lies within them, its ends included', () => {
	expect(isInHours([hours('tuesday', '18:30', '20:30')], TUESDAY)).toBe(true);
	expect(isInHours([hours('tuesday', '18:31', '21:00')], TUESDAY)).toBe(false);
	expect(isInHours([hours('tuesday', '18:00', '20:29')], TUESDAY)).toBe(false);
	expect(isInHours([hours('wednesday', '18:00', '21:00')], TUESDAY)).toBe(false);
});

test('hours that touch are one, and a gap between them is none', () => {
	expect(isInHours([hours('tuesday', '19:30', '21:00'), hours('tuesday', '18:00', '19:30')], TUESDAY)).toBe(true);
	expect(isInHours([hours('tuesday', '19:31', '21:00'), hours('tuesday', '18:00', '19:30')], TUESDAY)).toBe(false);
});

test('nobody who said no hours is bound to any; hours on other days bind this one too', () => {
	expect(isInHours([], TUESDAY)).toBe(true);
	expect(isInHours([hours('monday', '08:00', '22:00')], TUESDAY)).toBe(false);
});

test('a session past midnight fits nobody’s hours', () => {
	expect(isInHours([hours('tuesday', '08:00', '23:59')], timeAt('2026-03-17', '23:00'))).toBe(false);
});

test('hours are kept when each ends after it starts and none of a day overlap', () => {
	expect(checkHours([hours('tuesday', '09:00', '12:00'), hours('tuesday', '12:00', '17:00')])).toMatchObject({
		done: true,
	});
	expect(checkHours([hours('tuesday', '09:00', '12:00'), hours('monday', '09:00', '12:00')])).toMatchObject({
		done: true,
	});
	expect(checkHours([hours('tuesday', '12:00', '12:00')])).toMatchObject({ code: 'hours-end-before-start' });
	expect(checkHours([hours('tuesday', '09:00', '12:00'), hours('tuesday', '11:59', '17:00')])).toMatchObject({
		code: 'hours-overlap',
		details: { weekday: 'tuesday' },
	});
});

test('leave is kept in order, for a year and a day at the longest, and once', () => {
	const check = (from: string, to: string) => checkLeave(leave(from, to), [leave('2026-05-04', '2026-05-08')]);
	expect(check('2026-03-17', '2026-03-17')).toMatchObject({ done: true });
	expect(check('2026-03-17', '2026-03-16')).toMatchObject({ code: 'leave-ends-before-start' });
	expect(check('2026-06-01', '2027-06-01')).toMatchObject({ done: true });
	expect(check('2026-06-01', '2027-06-02')).toMatchObject({ code: 'leave-too-long' });
	expect(check('2026-05-01', '2026-05-04')).toMatchObject({ code: 'leave-overlaps' });
	expect(check('2026-05-08', '2026-05-11')).toMatchObject({ code: 'leave-overlaps' });
	expect(check('2026-05-09', '2026-05-11')).toMatchObject({ done: true });
});
