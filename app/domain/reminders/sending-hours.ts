import type { SafeContact } from '../people/safe-contact.ts';
import { type CalendarDay, plusDays, weekdayOf } from '../shared/calendar-day.ts';
import { type ClockTime, clockTimeAt, minutesOfDay } from '../shared/clock-time.ts';
import { dayOf, type Instant, instantOf, wallTimeOf } from '../shared/instant.ts';

export type SafeHours = Pick<SafeContact, 'safeDays' | 'safeFrom' | 'safeUntil'>;

/** Whether the wall clock shows a safe day and a time within the safe hours; the minute at which they end still counts. */
export function isSafeMoment({ safeDays, safeFrom, safeUntil }: SafeHours, at: Instant): boolean {
	const { day, time } = wallTimeOf(at);
	return safeDays.includes(weekdayOf(day)) && safeFrom <= time && time <= safeUntil;
}

/**
 * When to send what is wanted at a moment: then, if that is safe; else at the nearest earlier safe moment that is not
 * past; else at the next safe one up to `latest`. Null when there is none (domain rules §8.1).
 */
export function sendingMoment(
	hours: SafeHours,
	{ wanted, now, latest }: { readonly wanted: Instant; readonly now: Instant; readonly latest: Instant },
): Instant | null {
	return lastSafeMoment(hours, now, wanted) ?? firstSafeMoment(hours, now > wanted ? now : wanted, latest);
}

/** The last safe moment from `from` to `until`, both included; null when there is none. */
export function lastSafeMoment(hours: SafeHours, from: Instant, until: Instant): Instant | null {
	if (until < from) return null;
	if (isSafeMoment(hours, until)) return until;
	for (let day = dayOf(until); day >= dayOf(from); day = plusDays(day, -1)) {
		const { opens, closes } = safeTimesOn(hours, day);
		if (opens !== null && closes !== null && opens <= closes && closes <= until) return closes >= from ? closes : null;
	}
	return null;
}

/** The first safe moment from `from` to `until`, both included; null when there is none. */
export function firstSafeMoment(hours: SafeHours, from: Instant, until: Instant): Instant | null {
	if (until < from) return null;
	if (isSafeMoment(hours, from)) return from;
	for (let day = dayOf(from); day <= dayOf(until); day = plusDays(day, 1)) {
		const { opens, closes } = safeTimesOn(hours, day);
		if (opens !== null && closes !== null && from <= opens && opens <= closes) return opens <= until ? opens : null;
	}
	return null;
}

function safeTimesOn({ safeDays, safeFrom, safeUntil }: SafeHours, day: CalendarDay) {
	if (!safeDays.includes(weekdayOf(day))) return { opens: null, closes: null };
	return { opens: momentNear(day, safeFrom, 1), closes: momentNear(day, safeUntil, -1) };
}

/** The moment of a wall time, or in the spring gap of the nearest one that the clock does show: later by 1, earlier by -1. */
function momentNear(day: CalendarDay, time: ClockTime, step: 1 | -1): Instant | null {
	for (let minute = minutesOfDay(time); minute >= 0 && minute < 24 * 60; minute += step) {
		const at = instantOf(day, clockTimeAt(minute));
		if (at !== null) return at;
	}
	return null;
}
