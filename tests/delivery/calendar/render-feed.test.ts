import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { isHeldAlready, renderFeed } from '#app/delivery/calendar/render-feed.ts';
import { type CalendarEntry, calendarEntries } from '#app/domain/reminders/calendar-entries.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';
import { timeOf } from '../../domain/reminders/facts.ts';

const urlOf = (id: SessionId) => `https://plumbline.example.org/sessions/${id}`;

function entryOf(change: Partial<CalendarEntry> = {}): CalendarEntry {
	return {
		sessionId: asId('session1'),
		title: 'Group session 7',
		place: 'Northfield Centre, the “small” room; upstairs',
		startsAt: instant('2026-03-10T18:30:00Z'),
		endsAt: instant('2026-03-10T20:30:00Z'),
		sequence: 0,
		changedAt: instant('2026-03-01T10:00:00Z'),
		isCancelled: false,
		...change,
	};
}

const parse = (text: string) =>
	new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
const momentOf = (time: ICAL.Time) => time.toJSDate().toISOString().replace('.000', '');

test('a feed read back by another program has the same events', () => {
	const { text } = renderFeed([entryOf()], urlOf);
	const [event, ...others] = parse(text);
	expect(others).toEqual([]);
	expect(event).toMatchObject({ uid: 'session1', summary: 'Group session 7', sequence: 0, location: entryOf().place });
	expect(momentOf(event!.startDate)).toBe('2026-03-10T18:30:00Z');
	expect(momentOf(event!.endDate)).toBe('2026-03-10T20:30:00Z');
	expect(event!.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
	expect(event!.component.getFirstPropertyValue('url')).toBe('https://plumbline.example.org/sessions/session1');
});

test.each([
	['2026-03-23', '18:30:00Z'],
	['2026-03-30', '17:30:00Z'],
	['2026-10-19', '17:30:00Z'],
	['2026-10-26', '18:30:00Z'],
])('a session at half past six on %s starts at %s, whatever zone the machine is in', (day, utc) => {
	const time = timeOf(`${day}T18:30`);
	const session = {
		id: asId<SessionId>('session1'),
		planNumber: 1,
		kind: 'group' as const,
		state: 'scheduled' as const,
		time,
		sequence: 0,
	};
	const entries = calendarEntries(
		[{ session, changedAt: instant('2026-01-01T00:00:00Z'), side: 'perpetrator', venue: null }],
		instant('2026-01-01T00:00:00Z'),
	);
	const { text } = renderFeed(entries, urlOf);
	expect(text).toContain(`DTSTART:${day.replaceAll('-', '')}T${utc.replaceAll(':', '')}\r\n`);
	expect(text).not.toContain('TZID');
	expect(momentOf(parse(text)[0]!.startDate)).toBe(`${day}T${utc}`);
});

test('a cancelled event says so, with its sequence', () => {
	const { text } = renderFeed([entryOf({ isCancelled: true, sequence: 3 })], urlOf);
	const [event] = parse(text);
	expect(event!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
	expect(event!.sequence).toBe(3);
});

test('every line ends as the standard wants it, the last one too, and none is longer than 75 bytes', () => {
	const { text } = renderFeed([entryOf({ place: 'ü'.repeat(120) })], urlOf);
	expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
	expect(parse(text)[0]!.location).toBe('ü'.repeat(120));
});

test('the same sessions make the same bytes and the same mark; any change makes another', () => {
	const once = renderFeed([entryOf()], urlOf);
	expect(renderFeed([entryOf()], urlOf)).toEqual(once);
	for (const change of [
		{ sequence: 1 },
		{ place: null },
		{ isCancelled: true },
		{ startsAt: instant('2026-03-10T18:00:00Z') },
	]) {
		expect(renderFeed([entryOf(change)], urlOf).etag).not.toBe(once.etag);
	}
});

test('a feed without sessions is still a calendar', () => {
	const { text } = renderFeed([], urlOf);
	expect(parse(text)).toEqual([]);
	expect(text).toContain('BEGIN:VCALENDAR');
});

test.each([
	['W/"abc"', true],
	['"abc"', true],
	['"xyz", W/"abc"', true],
	['*', true],
	['"xyz"', false],
	['abc', false],
	['', false],
	[null, false],
])('a reader that sends If-None-Match %s already holds it: %s', (sent, held) => {
	expect(isHeldAlready('W/"abc"', sent)).toBe(held);
});
