import ICAL from 'ical.js';
import type { CalendarEvent, EventMoment } from '#app/domain/imports/school-holidays/written-holidays.ts';
import { parseCalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { minutesOfDay } from '#app/domain/shared/clock-time.ts';
import { parseInstant, wallTimeOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';

/** A council's year is some ten events; nothing that a team needs comes near these. */
export const CALENDAR_LIMITS = { bytes: 1024 * 1024, events: 1000, lineCharacters: 20_000 } as const;
export type CalendarRefusal =
	| 'file-empty'
	| 'file-too-large'
	| 'not-a-calendar'
	| 'calendar-damaged'
	| 'too-many-events';

/** Whether the file is a calendar, by how it begins and whatever its name says. */
export function isCalendar(bytes: Uint8Array): boolean {
	return /^\ufeff?\s*BEGIN:VCALENDAR\b/i.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

/**
 * Reads the events of a calendar file (.ics) into plain values: summary, first and last moment as the wall clock of the
 * United Kingdom shows them. Size and number are limited before and while it is read; nothing is repeated by a rule,
 * no address followed, no attachment looked at. Refused with the fact (`calendar-sentences.ts` says it).
 */
export function readCalendar(bytes: Uint8Array): Outcome<readonly CalendarEvent[], CalendarRefusal> {
	if (bytes.length === 0) return refused('file-empty');
	if (bytes.length > CALENDAR_LIMITS.bytes) return refused('file-too-large');
	if (!isCalendar(bytes)) return refused('not-a-calendar');
	const text = textOf(bytes);
	if (text === null) return refused('calendar-damaged');
	if ((text.match(/^BEGIN:VEVENT\s*$/gim) ?? []).length > CALENDAR_LIMITS.events)
		return refused('too-many-events', { most: CALENDAR_LIMITS.events });
	try {
		const parsed = ICAL.parse(text) as unknown[];
		const calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]) as unknown[][];
		const events = calendars.flatMap((calendar) => new ICAL.Component(calendar as never).getAllSubcomponents('vevent'));
		return done(events.map((event, index) => toEvent(event, index + 1)));
	} catch {
		// The library throws for whatever is not well formed; what it says quotes the file.
		return refused('calendar-damaged');
	}
}

function textOf(bytes: Uint8Array): string | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		const longest = text.split(/\r?\n(?![ \t])/).reduce((most, line) => Math.max(most, line.length), 0);
		return longest > CALENDAR_LIMITS.lineCharacters || text.includes('\0') ? null : text;
	} catch {
		return null;
	}
}

function toEvent(event: ICAL.Component, row: number): CalendarEvent {
	const summary = event.getFirstPropertyValue('summary');
	const start = momentOf(event, 'dtstart');
	return {
		row,
		summary: typeof summary === 'string' ? summary : '',
		start,
		end: momentOf(event, 'dtend') ?? afterDuration(start, event.getFirstPropertyValue('duration')),
		recurs: ['rrule', 'rdate', 'exrule'].some((rule) => event.hasProperty(rule)),
		isCancelled: String(event.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED',
	};
}

/**
 * A moment in UTC as the wall clock shows it; one with a zone or without as it is written. Read from the text: the library
 * would make 3 March of 31 February.
 */
function momentOf(event: ICAL.Component, name: 'dtstart' | 'dtend'): EventMoment | null {
	const written = event.getFirstProperty(name)?.toJSON()[3];
	const [, date = '', hour, minute, utc] = /^([\d-]{10})(?:T(\d{2}):(\d{2}):\d{2}(Z)?)?$/.exec(String(written)) ?? [];
	const day = parseCalendarDay(date);
	if (day === null) return null;
	if (utc === undefined) return { day, minutes: Number(hour ?? 0) * 60 + Number(minute ?? 0) };
	const at = parseInstant(`${day}T${hour}:${minute}:00Z`);
	if (at === null) return null;
	const wall = wallTimeOf(at);
	return { day: wall.day, minutes: minutesOfDay(wall.time) };
}

function afterDuration(start: EventMoment | null, length: unknown): EventMoment | null {
	if (start === null || !(length instanceof ICAL.Duration)) return null;
	const minutes = start.minutes + Math.floor(length.toSeconds() / 60);
	const days = Math.floor(minutes / 1440);
	// Further than a list of school dates reaches: no day that could be named.
	return Math.abs(days) > 4000 ? null : { day: plusDays(start.day, days), minutes: minutes - days * 1440 };
}
