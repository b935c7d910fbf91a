import { expect, test } from 'vitest';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { instant } from '#app/domain/shared/instant.ts';
import {
	formatCount,
	formatDate,
	formatDay,
	formatDayAndTime,
	formatInstant,
	formatInterval,
	formatLength,
	formatPercent,
	formatRate,
	formatShortDay,
	formatTime,
	formatTimeSpan,
} from '#app/ui/format.ts';

test('a day is written with its weekday and no leading zero', () => {
	expect(formatDay(calendarDay('2026-01-13'))).toBe('Tuesday 13 January 2026');
	expect(formatDay(calendarDay('2026-09-06'))).toBe('Sunday 6 September 2026');
	expect(formatDay(calendarDay('2024-02-29'))).toBe('Thursday 29 February 2024');
});

test('a day can be written without its weekday, and short', () => {
	expect(formatDate(calendarDay('2026-06-02'))).toBe('2 June 2026');
	expect(formatShortDay(calendarDay('2026-01-13'))).toBe('13 Jan');
	expect(formatShortDay(calendarDay('2026-09-06'))).toBe('6 Sep');
});

test.each([
	['18:30', '6:30pm'],
	['18:00', '6pm'],
	['09:05', '9:05am'],
	['11:59', '11:59am'],
	['12:00', 'midday'],
	['12:01', '12:01pm'],
	['00:00', 'midnight'],
	['00:30', '12:30am'],
])('the clock time %s is written %s', (time, written) => {
	expect(formatTime(clockTime(time))).toBe(written);
});

test('a session is written from its start to its end, past midnight too', () => {
	expect(formatTimeSpan(clockTime('18:30'), 120)).toBe('6:30pm to 8:30pm');
	expect(formatTimeSpan(clockTime('10:00'), 120)).toBe('10am to midday');
	expect(formatTimeSpan(clockTime('23:00'), 90)).toBe('11pm to 12:30am');
});

test('a day and its time stand together', () => {
	expect(formatDayAndTime(calendarDay('2026-03-03'), clockTime('18:30'))).toBe('Tuesday 3 March 2026, 6:30pm');
});

test('a moment is written as the clock on the wall in the United Kingdom shows it, in winter and in summer', () => {
	expect(formatInstant(instant('2026-01-13T18:30:00Z'))).toBe('Tuesday 13 January 2026, 6:30pm');
	expect(formatInstant(instant('2026-06-16T17:30:00Z'))).toBe('Tuesday 16 June 2026, 6:30pm');
	expect(formatInstant(instant('2026-06-16T23:30:00Z'))).toBe('Wednesday 17 June 2026, 12:30am');
});

test.each([
	[45, '45 minutes'],
	[60, '1 hour'],
	[90, '1 hour 30 minutes'],
	[121, '2 hours 1 minute'],
	[0, '0 minutes'],
])('a length of %i minutes is written %s', (minutes, written) => {
	expect(formatLength(minutes)).toBe(written);
});

test('a percentage shows its counts and rounds a half up', () => {
	expect(formatPercent(26, 30)).toBe('87% (26 of 30)');
	expect(formatPercent(1, 8)).toBe('13% (1 of 8)');
	expect(formatPercent(1, 3)).toBe('33% (1 of 3)');
	expect(formatPercent(1200, 1200)).toBe('100% (1,200 of 1,200)');
});

test('nothing to count is no data, and nobody out of some is 0%', () => {
	expect(formatPercent(0, 0)).toBe('no data');
	expect(formatPercent(null, 12)).toBe('no data');
	expect(formatPercent(0, 12)).toBe('0% (0 of 12)');
	expect(formatRate(null)).toBe('no data');
	expect(formatInterval(null)).toBe('no data');
});

test('a rate rounds a half up even where its binary fraction lies under it', () => {
	expect(formatRate(0.145)).toBe('15%');
	expect(formatRate(0.285)).toBe('29%');
	expect(formatRate(0.8666)).toBe('87%');
	expect(formatRate(0)).toBe('0%');
	expect(formatRate(1)).toBe('100%');
});

test('an interval shows both ends', () => {
	expect(formatInterval({ low: 0.704, high: 0.951 })).toBe('70% to 95%');
});

test('a count takes the singular for one only', () => {
	expect(formatCount('session', 1)).toBe('1 session');
	expect(formatCount('session', 3)).toBe('3 sessions');
	expect(formatCount('session', 0)).toBe('0 sessions');
	expect(formatCount('person', 2)).toBe('2 people');
	expect(formatCount('activity', 2)).toBe('2 activities');
	expect(formatCount('day', 2)).toBe('2 days');
	expect(formatCount('catch-up', 1200)).toBe('1,200 catch-ups');
	expect(formatCount('child', 2, 'children')).toBe('2 children');
});
