import { DateTime, IANAZone } from 'luxon';
import { type CalendarDay, dayNumbered, dayNumberOf } from './calendar-day.ts';
import { type ClockTime, clockTimeAt, minutesOfDay } from './clock-time.ts';

declare const kind: unique symbol;

/** A moment, the same everywhere, as `2026-01-13T18:30:00Z` (whole seconds, always UTC); compared with `<` and `===`. */
export type Instant = string & { readonly [kind]: 'instant' };

/** The zone in which all three nations of the United Kingdom keep their wall times. */
export const UK_ZONE = 'Europe/London';

/** Tells the time; injected, so that no rule reads a clock by itself. */
export type Clock = { now(): Instant };

/** Reads an ISO 8601 moment that carries its offset; null when it is none. */
export function parseInstant(text: string): Instant | null {
	if (!/(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
	const at = DateTime.fromISO(text, { zone: 'utc' });
	return at.isValid ? toInstant(at) : null;
}

/** The moment that the program itself wrote down; throws when it is none, because that is a bug. */
export function instant(text: string): Instant {
	const at = parseInstant(text);
	if (at === null) throw new Error(`“${text}” is not a moment such as 2026-01-13T18:30:00Z`);
	return at;
}

/**
 * The moment at which the wall clock shows this time on this day. In the autumn hour that happens twice it is the
 * earlier one; null in the spring gap, where the clock never shows it (facts/calendar §2).
 */
export function instantOf(day: CalendarDay, time: ClockTime, zone: string = UK_ZONE): Instant | null {
	const rules = IANAZone.create(zone);
	const shown = dayNumberOf(day) * SECONDS_IN_DAY + minutesOfDay(time) * 60;
	const offsetAt = (seconds: number) => rules.offset(seconds * 1000) * 60;
	// No zone changes its clock twice in two days: the offset that holds is that of the day before or of the day after.
	const [before, after] = [offsetAt(shown - SECONDS_IN_DAY), offsetAt(shown + SECONDS_IN_DAY)];
	if (before === after) return instantAt(shown - before);
	const moments = [shown - before, shown - after].filter((at, index) => offsetAt(at) === [before, after][index]);
	return moments.length > 0 ? instantAt(Math.min(...moments)) : null;
}

type WallTime = { readonly day: CalendarDay; readonly time: ClockTime };

/** A page asks again and again for the same few moments, and each answer takes longer than a whole rule. */
const known = new Map<string, WallTime>();
const MOST_KNOWN = 2000;

/** The day and the time that the wall clock shows at this moment. */
export function wallTimeOf(at: Instant, zone: string = UK_ZONE): WallTime {
	const key = `${at} ${zone}`;
	const found = known.get(key);
	if (found) return found;
	const local = DateTime.fromISO(at, { zone });
	const wallTime = { day: local.toISODate() as CalendarDay, time: local.toFormat('HH:mm') as ClockTime };
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(key, wallTime);
	return wallTime;
}

/** The day on the calendar at this moment. */
export function dayOf(at: Instant, zone: string = UK_ZONE): CalendarDay {
	return wallTimeOf(at, zone).day;
}

/** So many elapsed minutes later, whatever the wall clock does meanwhile. */
export function plusMinutes(at: Instant, minutes: number): Instant {
	return plusSeconds(at, minutes * 60);
}

/** So many elapsed seconds later, or earlier when negative. */
export function plusSeconds(at: Instant, seconds: number): Instant {
	return instantAt(secondsOf(at) + Math.floor(seconds));
}

/** Elapsed whole minutes from one moment to the other; negative when `to` is the earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
	return Math.floor((secondsOf(to) - secondsOf(from)) / 60);
}

const SECONDS_IN_DAY = 86_400;

/** Seconds after the first moment of 1970. In whole numbers, as days are counted: every page asks. */
function secondsOf(at: Instant): number {
	const minutes = minutesOfDay(at.slice(11, 16) as ClockTime);
	return dayNumberOf(at.slice(0, 10) as CalendarDay) * SECONDS_IN_DAY + minutes * 60 + Number(at.slice(17, 19));
}

function instantAt(seconds: number): Instant {
	const day = Math.floor(seconds / SECONDS_IN_DAY);
	const rest = seconds - day * SECONDS_IN_DAY;
	const time = clockTimeAt(Math.floor(rest / 60));
	return `${dayNumbered(day)}T${time}:${String(rest % 60).padStart(2, '0')}Z` as Instant;
}

function toInstant(at: DateTime): Instant {
	return at.toUTC().startOf('second').toISO({ suppressMilliseconds: true }) as Instant;
}
