import { DateTime } from 'luxon';
import type { CalendarDay } from './calendar-day.ts';
import { type ClockTime, minutesOfDay } from './clock-time.ts';

/** The day as a sentence says it: `Tuesday 13 January 2026`. */
export function dayInWords(day: CalendarDay): string {
	return DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' }).toFormat('cccc d LLLL yyyy');
}

/** The same in another language, named by its code, as the Unicode locale data has it: `Dydd Mawrth, 13 Ionawr 2026`. */
export function dayInLanguage(day: CalendarDay, language: string): string {
	return DateTime.fromISO(day, { zone: 'utc', locale: language }).toLocaleString(DateTime.DATE_HUGE);
}

/** The month that the day lies in: `January 2026`. */
export function monthInWords(day: CalendarDay): string {
	return DateTime.fromISO(day, { zone: 'utc', locale: 'en-GB' }).toFormat('LLLL yyyy');
}

/** The time as a sentence says it: `6:30pm`, `9am`, `midday`, `midnight`. */
export function timeInWords(time: ClockTime): string {
	const minutes = minutesOfDay(time);
	if (minutes === 0) return 'midnight';
	if (minutes === 720) return 'midday';
	const hour = Math.floor(minutes / 60) % 12 || 12;
	const past = minutes % 60 === 0 ? '' : `:${time.slice(3)}`;
	return `${hour}${past}${minutes < 720 ? 'am' : 'pm'}`;
}

/** A list as a sentence says it: `1, 2 and 3`. */
export function listInWords(items: readonly (string | number)[]): string {
	if (items.length < 2) return items.join('');
	return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The number with its thing: `1 session`, `3 sessions`; give the plural when it is not made with an s. */
export function countInWords(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** The same words to begin a sentence or a cell with. */
export function upperFirst(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The same words to go on with, after a colon or a comma. */
export function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
