import { type CalendarDay, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { type ClockTime, clockTimeAt, minutesOfDay } from '#app/domain/shared/clock-time.ts';
import { upperFirst } from '#app/domain/shared/in-words.ts';
import { type Instant, wallTimeOf } from '#app/domain/shared/instant.ts';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/** `Tuesday 13 January 2026`. */
export function formatDay(day: CalendarDay): string {
	const weekday = weekdayOf(day);
	return `${upperFirst(weekday)} ${formatDate(day)}`;
}

/** `13 January 2026`. */
export function formatDate(day: CalendarDay): string {
	const { number, month, year } = partsOf(day);
	return `${number} ${month} ${year}`;
}

/** `13 Jan`, for where the year is plain from what stands around it. */
export function formatShortDay(day: CalendarDay): string {
	const { number, month } = partsOf(day);
	return `${number} ${month.slice(0, 3)}`;
}

/** `6:30pm`, `6pm`, `midday`, `midnight`. */
export function formatTime(time: ClockTime): string {
	if (time === '00:00') return 'midnight';
	if (time === '12:00') return 'midday';
	const hour = Number(time.slice(0, 2));
	const minutes = time.slice(3) === '00' ? '' : `:${time.slice(3)}`;
	return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** `6:30pm to 8:30pm`: from a time, so many minutes long; the end may be on the next day. */
export function formatTimeSpan(start: ClockTime, lengthMinutes: number): string {
	return `${formatTime(start)} to ${formatTime(clockTimeAt((minutesOfDay(start) + lengthMinutes) % 1440))}`;
}

/** `Tuesday 13 January 2026, 6:30pm`. */
export function formatDayAndTime(day: CalendarDay, time: ClockTime): string {
	return `${formatDay(day)}, ${formatTime(time)}`;
}

/** A moment as the wall clock of the United Kingdom shows it: `Tuesday 13 January 2026, 6:30pm`. */
export function formatInstant(at: Instant): string {
	const { day, time } = wallTimeOf(at);
	return formatDayAndTime(day, time);
}

/** `2 hours`, `1 hour 30 minutes`, `45 minutes`. */
export function formatLength(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	const parts = [hours > 0 && formatCount('hour', hours), (rest > 0 || hours === 0) && formatCount('minute', rest)];
	return parts.filter(Boolean).join(' ');
}

/** `87% (26 of 30)`, half rounded up; “no data” when there is nothing to count, which is never 0%. */
export function formatPercent(part: number | null, whole: number): string {
	if (part === null || whole === 0) return 'no data';
	return `${Math.floor((part * 200 + whole) / (whole * 2))}% (${formatNumber(part)} of ${formatNumber(whole)})`;
}

/** A rate from 0 to 1 as `87%`, half rounded up; “no data” when it could not be computed. */
export function formatRate(rate: number | null): string {
	return rate === null ? 'no data' : `${wholePercent(rate)}%`;
}

/** The two ends of an interval between rates from 0 to 1, as `70% to 95%`; “no data” when it could not be computed. */
export function formatInterval(interval: { readonly low: number; readonly high: number } | null): string {
	return interval === null ? 'no data' : `${wholePercent(interval.low)}% to ${wholePercent(interval.high)}%`;
}

/** `1 session`, `3 sessions`, `0 people`; `plural` is for a word whose plural no rule here makes. */
export function formatCount(noun: string, count: number, plural = pluralOf(noun)): string {
	return `${formatNumber(count)} ${count === 1 ? noun : plural}`;
}

function pluralOf(noun: string): string {
	if (noun.endsWith('person')) return noun.replace(/person$/, 'people');
	if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies');
	return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** `1,200`. */
export function formatNumber(count: number): string {
	return count.toLocaleString('en-GB');
}

/** A binary fraction such as 0.145 lies a hair under its half: that hair is taken away before rounding up. */
function wholePercent(rate: number): number {
	return Math.floor(Number((rate * 100).toFixed(9)) + 0.5);
}

function partsOf(day: CalendarDay) {
	const month = MONTHS[Number(day.slice(5, 7)) - 1]!;
	return { number: Number(day.slice(8)), month, year: day.slice(0, 4) };
}
