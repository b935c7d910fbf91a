import { WEEKDAYS, type Weekday } from '../../shared/calendar-day.ts';
import { type ClockTime, clockTime } from '../../shared/clock-time.ts';
import type { Availability } from './facilitator.ts';

const DAY = /^(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|nesd|r|rs|ur|urs)?(?:day)?s?$/;
const CONDITION = /^(?:not|except|unless|if|but|when|depending|from|until|after|before|with)\b/i;
const EVENING = ['eve', 'eves', 'evening', 'evenings'];
const DAYTIME = ['day', 'days', 'daytime', 'daytimes'];
const FILLERS = ['and', 'or', 'only', 'on', 'the', 'all'];

type Found = { days: Set<Weekday>; evening: boolean; day: boolean };

/**
 * Reads when somebody can deliver: days (`Tues & Thurs`, `Mon-Fri`, `any`) and part of the day (`eves`, `school hours`).
 * What stands as a condition is kept as it is. One word that cannot be read leaves all of it unread: neither available
 * nor unavailable is ever guessed.
 */
export function readAvailability(raw: string): Availability {
	const parts = raw.split(/[,;()]/).map((part) => part.trim());
	const conditions = parts.filter((part) => CONDITION.test(part)).join(', ') || null;
	const found: Found = { days: new Set(), evening: false, day: false };
	const words = parts
		.filter((part) => !CONDITION.test(part))
		.join(' ')
		.toLowerCase()
		.replace(/school hours|office hours/g, 'daytime')
		.replace(/\s*[-–—]\s*|\s+to\s+/g, '-')
		.split(/[\s&+/]+/)
		.filter((word) => word !== '' && !FILLERS.includes(word));
	const isRead = words.length > 0 && words.every((word) => takeWord(word, found));
	if (!isRead) return { raw, days: null, part: null, conditions };
	const days = found.days.size > 0 ? WEEKDAYS.filter((day) => found.days.has(day)) : 'any';
	return { raw, days, part: partOf(found), conditions };
}

function takeWord(word: string, found: Found): boolean {
	const [first, last, more] = word.split('-').map(dayNamed);
	if (first && last === undefined) return Boolean(found.days.add(first));
	if (first && last && more === undefined) {
		const [from, to] = [WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last)];
		for (const day of WEEKDAYS.slice(from, to + 1)) found.days.add(day);
		return from < to;
	}
	if (EVENING.includes(word)) found.evening = true;
	if (DAYTIME.includes(word)) found.day = true;
	return ['any', 'anytime', ...EVENING, ...DAYTIME].includes(word);
}

function dayNamed(word: string): Weekday | null {
	const short = DAY.exec(word)?.[1];
	return WEEKDAYS.find((day) => short !== undefined && day.startsWith(short)) ?? null;
}

function partOf({ evening, day }: Found): 'evening' | 'day' | 'any' {
	if (evening === day) return 'any';
	return evening ? 'evening' : 'day';
}

/** Hours of one weekday in which somebody can deliver. */
export type Hours = { readonly weekday: Weekday; readonly from: ClockTime; readonly to: ClockTime };

const HOURS = {
	evening: { from: clockTime('17:00'), to: clockTime('23:00') },
	day: { from: clockTime('08:00'), to: clockTime('17:00') },
	any: { from: clockTime('08:00'), to: clockTime('23:00') },
} as const;

/** The hours that the words stand for: an evening begins at 5pm. None when the words could not be read. */
export function hoursOf({ days, part }: Availability): readonly Hours[] {
	if (days === null || part === null) return [];
	return (days === 'any' ? WEEKDAYS : days).map((weekday) => ({ weekday, ...HOURS[part] }));
}
