import { type CalendarDay, calendarDayOf, parseCalendarDay } from './calendar-day.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAY = /^(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)? /;

/**
 * Reads a day as people write it in a line of text: `16 February 2026`, `Mon 16 Feb 2026`, `16/2/2026`, `2026-02-16`.
 * Null when it is written another way (a year of two digits, month first) or no such day exists.
 */
export function parseTypedDay(text: string): CalendarDay | null {
	const typed = text.trim().toLowerCase();
	const inNumbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed);
	if (inNumbers) return calendarDayOf(Number(inNumbers[3]), Number(inNumbers[2]), Number(inNumbers[1]));
	const inWords = /^(\d{1,2}) ([a-z]+) (\d{4})$/.exec(typed.replace(WEEKDAY, ''));
	if (inWords) return calendarDayOf(Number(inWords[3]), monthNamed(inWords[2]!), Number(inWords[1]));
	return parseCalendarDay(typed);
}

function monthNamed(name: string): number {
	return MONTHS.findIndex((month) => month === name || (name.length >= 3 && month.startsWith(name))) + 1;
}
