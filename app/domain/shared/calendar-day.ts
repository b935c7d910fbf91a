import { DateTime } from 'luxon';

declare const kind: unique symbol;

/**
 * A day on the calendar without a time or a zone, as `2026-01-13`: valid by construction, and compared with `<` and `===`.
 * It is text so that it passes unchanged through the database, a form, JSON and a page (decision 0007).
 */
export type CalendarDay = string & { readonly [kind]: 'calendar-day' };

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Reads `YYYY-MM-DD`; null when it is written another way or no such day exists (2026-02-29). */
export function parseCalendarDay(text: string): CalendarDay | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
	return DateTime.fromISO(text, { zone: 'utc' }).isValid ? (text as CalendarDay) : null;
}

/** The day that these numbers name (month 1 to 12); null when there is none, such as 31 June. */
export function calendarDayOf(year: number, month: number, day: number): CalendarDay | null {
	const at = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
	return at.isValid && year >= 1000 && year <= 9999 ? (at.toISODate() as CalendarDay) : null;
}

/** The day that the program itself wrote down; throws when it is none, because that is a bug. */
export function calendarDay(text: string): CalendarDay {
	const day = parseCalendarDay(text);
	if (day === null) throw new Error(`“${text}” is not a calendar day such as 2026-01-13`);
	return day;
}

/** `count` days later, or earlier when it is negative. */
export function plusDays(day: CalendarDay, count: number): CalendarDay {
	return atMidnight(day).plus({ days: count }).toISODate() as CalendarDay;
}

/** How many days after `from` the day `to` is; negative when it is before. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
	return Math.round(atMidnight(to).diff(atMidnight(from), 'days').days);
}

/** The name of the weekday on which the day falls. */
export function weekdayOf(day: CalendarDay): Weekday {
	return WEEKDAYS[atMidnight(day).weekday - 1]!;
}

/** The first such weekday on or after the day. */
export function firstWeekdayFrom(day: CalendarDay, weekday: Weekday): CalendarDay {
	const ahead = WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(day));
	return plusDays(day, (ahead + 7) % 7);
}

/** The Monday of the week that holds the day. */
export function mondayOf(day: CalendarDay): CalendarDay {
	return plusDays(day, -WEEKDAYS.indexOf(weekdayOf(day)));
}

function atMidnight(day: CalendarDay): DateTime {
	return DateTime.fromISO(day, { zone: 'utc' });
}
