import { type ClockTime, clockTimeAt } from './clock-time.ts';

/**
 * Reads a time as people type it: `18:30`, `18.30`, `1830`, `6.30pm`, `6:30 p.m.`, `6pm`, `midday`, `midnight`. Null when
 * it is no time, and when it could be morning or evening (`6.30`), because a guess would put a whole
 * term, or a message, on the wrong half of the day.
 */
export function parseTypedTime(text: string): ClockTime | null {
	const typed = text.trim().toLowerCase();
	if (typed === 'midday' || typed === 'noon') return clockTimeAt(720);
	if (typed === 'midnight') return clockTimeAt(0);
	const half = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?)$/.exec(typed);
	if (half) return onTwelveHourClock(Number(half[1]), Number(half[2] ?? 0), half[3]!.startsWith('p'));
	const full = /^(\d{2})[:.]?(\d{2})$/.exec(typed);
	return full ? onDay(Number(full[1]), Number(full[2])) : null;
}

function onTwelveHourClock(hour: number, minute: number, afternoon: boolean): ClockTime | null {
	if (hour < 1 || hour > 12) return null;
	return onDay((hour % 12) + (afternoon ? 12 : 0), minute);
}

function onDay(hour: number, minute: number): ClockTime | null {
	return hour < 24 && minute < 60 ? clockTimeAt(hour * 60 + minute) : null;
}
