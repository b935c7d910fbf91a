import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import {
	type CalendarDay,
	calendarDay,
	calendarDayOf,
	dayNumbered,
	dayNumberOf,
	daysBetween,
	firstWeekdayFrom,
	mondayOf,
	parseCalendarDay,
	plusDays,
	WEEKDAYS,
	weekdayOf,
} from '#app/domain/shared/calendar-day.ts';
import { clockTime, clockTimeAt, minutesOfDay, parseClockTime } from '#app/domain/shared/clock-time.ts';
import { countInWords, dayInWords, listInWords, timeInWords } from '#app/domain/shared/in-words.ts';
import { instant, minutesBetween, plusSeconds } from '#app/domain/shared/instant.ts';

test('only a day that exists, written in full, is a calendar day', () => {
	for (const text of ['2026-01-13', '2028-02-29', '2026-12-31']) expect(parseCalendarDay(text)).toBe(text);
	for (const text of ['2026-02-29', '2026-13-01', '2026-04-31', '2026-1-3', '13/01/2026', '2026-01-13T00:00', '']) {
		expect(parseCalendarDay(text)).toBeNull();
	}
	expect(() => calendarDay('2026-02-30')).toThrow('2026-02-30');
});

test('three numbers name a day or none', () => {
	expect(calendarDayOf(2026, 6, 30)).toBe('2026-06-30');
	expect([calendarDayOf(2026, 6, 31), calendarDayOf(2027, 2, 29), calendarDayOf(26, 1, 1)]).toEqual([null, null, null]);
});

test('days are counted on the calendar, through both clock changes', () => {
	expect(plusDays(calendarDay('2026-03-28'), 2)).toBe('2026-03-30');
	expect(plusDays(calendarDay('2026-10-26'), -2)).toBe('2026-10-24');
	expect(daysBetween(calendarDay('2026-03-23'), calendarDay('2026-03-30'))).toBe(7);
	expect(daysBetween(calendarDay('2026-10-26'), calendarDay('2026-10-19'))).toBe(-7);
});

test('the first weekday from a day is that day itself or one of the six after it', () => {
	const day = fc.integer({ min: 0, max: 5000 }).map((ahead) => plusDays(calendarDay('2024-01-01'), ahead));
	fc.assert(
		fc.property(day, fc.constantFrom(...WEEKDAYS), (from, weekday) => {
			const found = firstWeekdayFrom(from, weekday);
			expect(weekdayOf(found)).toBe(weekday);
			expect(daysBetween(from, found)).toBeGreaterThanOrEqual(0);
			expect(daysBetween(from, found)).toBeLessThan(7);
		}),
	);
	expect(weekdayOf(calendarDay('2026-01-13'))).toBe('tuesday');
});

test('days and moments are counted as the date library counts them, in leap years and across centuries', () => {
	const zone = 'utc';
	const days = fc.integer({ min: -200_000, max: 400_000 });
	fc.assert(
		fc.property(days, fc.integer({ min: -100_000, max: 100_000 }), (number, count) => {
			const from = DateTime.fromMillis(number * 86_400_000, { zone });
			const day = from.toISODate() as CalendarDay;
			expect([dayNumbered(number), dayNumberOf(day)]).toEqual([day, number]);
			expect(plusDays(day, count)).toBe(from.plus({ days: count }).toISODate());
			expect(weekdayOf(day)).toBe(WEEKDAYS[from.weekday - 1]);
			const at = instant(`${day}T23:59:58Z`);
			const later = DateTime.fromISO(at, { zone }).plus({ seconds: count });
			expect(plusSeconds(at, count)).toBe(later.toISO({ suppressMilliseconds: true }));
			expect(minutesBetween(at, plusSeconds(at, count))).toBe(Math.floor(count / 60));
		}),
	);
});

test('a week begins on Monday', () => {
	const week = ['2026-01-12', '2026-01-15', '2026-01-18'].map((day) => mondayOf(calendarDay(day)));
	expect(week).toEqual(['2026-01-12', '2026-01-12', '2026-01-12']);
});

test('a clock time is two digits, a colon and two digits of a day', () => {
	for (const text of ['00:00', '18:30', '23:59']) expect(parseClockTime(text)).toBe(text);
	for (const text of ['24:00', '18:60', '6:30', '18.30', '1830', '']) expect(parseClockTime(text)).toBeNull();
	expect(() => clockTime('25:00')).toThrow('25:00');
});

test('every minute of a day has its clock time', () => {
	for (let minutes = 0; minutes < 1440; minutes += 1) expect(minutesOfDay(clockTimeAt(minutes))).toBe(minutes);
	for (const minutes of [-1, 1440, 0.5]) expect(() => clockTimeAt(minutes)).toThrow();
});

test('days, times, lists and counts read as a sentence says them', () => {
	expect(dayInWords(calendarDay('2026-01-13'))).toBe('Tuesday 13 January 2026');
	const times = ['00:00', '00:05', '09:00', '11:59', '12:00', '12:30', '18:30', '23:00'];
	expect(times.map((time) => timeInWords(clockTime(time)))).toEqual([
		'midnight',
		'12:05am',
		'9am',
		'11:59am',
		'midday',
		'12:30pm',
		'6:30pm',
		'11pm',
	]);
	expect([listInWords([]), listInWords([1]), listInWords([1, 2]), listInWords(['a', 'b', 'c'])]).toEqual([
		'',
		'1',
		'1 and 2',
		'a, b and c',
	]);
	expect([countInWords(1, 'session'), countInWords(0, 'session'), countInWords(2, 'person', 'people')]).toEqual([
		'1 session',
		'0 sessions',
		'2 people',
	]);
});
