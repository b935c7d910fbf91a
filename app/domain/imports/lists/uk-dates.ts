import { type CalendarDay, calendarDayOf, parseCalendarDay } from '../../shared/calendar-day.ts';
import { dayOfSerial } from '../sheet/serial-days.ts';

export type UkDateProblem = 'date-unreadable' | 'date-impossible';
export type UkDate = { readonly day: CalendarDay; readonly fromSerial: boolean } | { readonly problem: UkDateProblem };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]? +/i;
const IN_NUMBERS = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
const IN_WORDS = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \-/.]*([a-z]{3,9})\.?[ \-/.,]*(\d{4}|\d{2})$/i;

/**
 * Reads a cell that holds one whole date, in British order: `12/3/2024`, `05.06.23`, `14 Feb 2025`, `14th Sept 2026`,
 * `2026-09-08`, or the five-digit number of a spreadsheet. Two digits are a year of this century; day and month are never
 * swapped to rescue a date. A time behind it and a weekday before it are passed over.
 */
export function readUkDate(text: string): UkDate {
	const typed = text.replace(WEEKDAY, '').replace(/[T ,]+\d{1,2}:\d{2}(?::\d{2})?$/, '');
	if (/^\d{5}(?:\.\d+)?$/.test(typed)) {
		const day = dayOfSerial(Number(typed), 1900);
		return day ? { day, fromSerial: true } : { problem: 'date-impossible' };
	}
	const numbers = IN_NUMBERS.exec(typed);
	if (numbers) return dayFrom(Number(numbers[1]), Number(numbers[3]), numbers[4]!);
	const words = IN_WORDS.exec(typed);
	if (words) {
		const month = monthNamed(words[2]!);
		return month === 0 ? { problem: 'date-unreadable' } : dayFrom(Number(words[1]), month, words[3]!);
	}
	if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return { problem: 'date-unreadable' };
	const day = parseCalendarDay(typed);
	return day ? { day, fromSerial: false } : { problem: 'date-impossible' };
}

/** Reads a day and a month without a year (`5/3`, `5 March`) as the first such day on or after `from`; null when it is none. */
export function readDayOfYear(text: string, from: CalendarDay): CalendarDay | null {
	const [, day, , month, name] = /^(\d{1,2})(?:st|nd|rd|th)?(?:([./-])(\d{1,2})|[ -]([a-z]{3,9}))$/i.exec(text) ?? [];
	if (!day) return null;
	const numbered = name ? monthNamed(name) : Number(month);
	const year = Number(from.slice(0, 4));
	const days = [year, year + 1].map((each) => calendarDayOf(each, numbered, Number(day)));
	return days.find((each) => each !== null && each >= from) ?? null;
}

function dayFrom(dayOfMonth: number, month: number, year: string): UkDate {
	const day = calendarDayOf(Number(year.length === 2 ? `20${year}` : year), month, dayOfMonth);
	return day ? { day, fromSerial: false } : { problem: 'date-impossible' };
}

function monthNamed(name: string): number {
	const short = name.slice(0, 3).toLowerCase();
	const long = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'];
	const whole = [...long, 'october', 'november', 'december'][MONTHS.indexOf(short)];
	return whole?.startsWith(name.toLowerCase()) || name.toLowerCase() === 'sept' ? MONTHS.indexOf(short) + 1 : 0;
}
