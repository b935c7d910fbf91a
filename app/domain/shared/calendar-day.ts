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
	return dayNumbered(dayNumberOf(day) + count);
}

/** How many days after `from` the day `to` is; negative when it is before. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
	return dayNumberOf(to) - dayNumberOf(from);
}

/** The later of two days. */
export function laterDay(one: CalendarDay, other: CalendarDay): CalendarDay {
	return one < other ? other : one;
}

/** The name of the weekday on which the day falls. */
export function weekdayOf(day: CalendarDay): Weekday {
	const fromThursday = dayNumberOf(day) % 7;
	return WEEKDAYS[(fromThursday + 10) % 7]!;
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

const DAYS_IN_ERA = 146_097;
const EPOCH = 719_468;

/**
 * How many days after 1 January 1970, a Thursday, the day is. In whole numbers, because pages ask for hundreds of days and
 * a date library takes longer for each than a rule does (Hinnant, chrono-compatible low-level date algorithms: an era is
 * 400 years, and a year begins in March).
 */
export function dayNumberOf(day: CalendarDay): number {
	const month = Number(day.slice(5, 7));
	const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
	const era = Math.floor(year / 400);
	const yearOfEra = year - era * 400;
	const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8)) - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * DAYS_IN_ERA + dayOfEra - EPOCH;
}

/** The day so many days after 1 January 1970: what `dayNumberOf` says of it. */
export function dayNumbered(number: number): CalendarDay {
	const era = Math.floor((number + EPOCH) / DAYS_IN_ERA);
	const dayOfEra = number + EPOCH - era * DAYS_IN_ERA;
	const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
	const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
	const month = ((monthFromMarch + 2) % 12) + 1;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CalendarDay;
}

function padded(number: number, length: number): string {
	return String(number).padStart(length, '0');
}
