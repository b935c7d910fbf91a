import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarSentence } from '#app/delivery/calendar/calendar-sentences.ts';
import { isCalendar, readCalendar } from '#app/delivery/calendar/read-calendar.ts';

const calendar = (...lines: readonly string[]) =>
	Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Council//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];
function events(...lines: readonly string[]) {
	const read = readCalendar(calendar(...lines));
	if (!read.done) throw new Error(read.code);
	return read.value;
}
const plain = { recurs: false, isCancelled: false };

test('whole days, folded lines, escapes and several calendars in one file are read', () => {
	const half = event(
		'DTSTART;VALUE=DATE:20260216',
		'DTEND;VALUE=DATE:20260221',
		'SUMMARY:February half',
		'  term\\, all schools',
	);
	expect(events(...half)).toEqual([
		{
			...{ row: 1, summary: 'February half term, all schools', ...plain },
			...{ start: { day: '2026-02-16', minutes: 0 }, end: { day: '2026-02-21', minutes: 0 } },
		},
	]);
	const two = Buffer.concat([calendar(...half), calendar(...event('DTSTART;VALUE=DATE:20260330', 'SUMMARY:Easter'))]);
	const read = readCalendar(two);
	expect(read.done && read.value.map(({ row, summary }) => [row, summary])).toEqual([
		[1, 'February half term, all schools'],
		[2, 'Easter'],
	]);
});

test('a moment in UTC is the wall time here; one with a zone, or without, is as it is written', () => {
	const [summer, zoned, floating] = events(
		...event('DTSTART:20260720T230000Z', 'DTEND:20260901T230000Z', 'SUMMARY:Summer'),
		...event('DTSTART;TZID=Europe/London:20260721T000000', 'DURATION:P2D', 'SUMMARY:Zoned'),
		...event('DTSTART:20260721T093000', 'SUMMARY:Floating'),
	);
	expect([summer!.start, summer!.end]).toEqual([
		{ day: '2026-07-21', minutes: 0 },
		{ day: '2026-09-02', minutes: 0 },
	]);
	expect([zoned!.start, zoned!.end]).toEqual([
		{ day: '2026-07-21', minutes: 0 },
		{ day: '2026-07-23', minutes: 0 },
	]);
	expect(floating).toMatchObject({ start: { day: '2026-07-21', minutes: 570 }, end: null });
});

test('what comes again, is cancelled, or lacks something is said to', () => {
	const [again, cancelled, bare, impossible] = events(
		...event('DTSTART;VALUE=DATE:20260216', 'RRULE:FREQ=SECONDLY', 'SUMMARY:Again'),
		...event('DTSTART;VALUE=DATE:20260216', 'STATUS:CANCELLED', 'SUMMARY:Off'),
		...event(),
		...event('DTSTART;VALUE=DATE:20260231', 'SUMMARY:No day'),
	);
	expect(again).toMatchObject({ recurs: true });
	expect(cancelled).toMatchObject({ isCancelled: true });
	expect(bare).toMatchObject({ summary: '', start: null, end: null });
	expect(impossible!.start).toBeNull();
});

test.each([
	['nothing', Buffer.alloc(0), 'file-empty'],
	['too many bytes', Buffer.alloc(1024 * 1024 + 1, 65), 'file-too-large'],
	['a page', Buffer.from('<html>'), 'not-a-calendar'],
	['a picture', Buffer.from('\x89PNG', 'latin1'), 'not-a-calendar'],
	['half a calendar', Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x'), 'calendar-damaged'],
	['no text', Buffer.from('BEGIN:VCALENDAR\r\nX:\xff\xfe\r\nEND:VCALENDAR', 'latin1'), 'calendar-damaged'],
	['an endless line', calendar(`X-LONG:${'a'.repeat(30_000)}`), 'calendar-damaged'],
	['events without end', calendar(...Array.from({ length: 1001 }, () => event()).flat()), 'too-many-events'],
	['parts in parts', Buffer.from(`BEGIN:VCALENDAR\r\n${'BEGIN:X\r\n'.repeat(50_000)}`), 'calendar-damaged'],
])('%s is refused with a sentence', (_, bytes, code) => {
	const read = readCalendar(bytes);
	expect(read).toMatchObject({ done: false, code });
	if (!read.done) expect(calendarSentence(read)).toMatch(/^[A-Z].*\.$/);
});

test('whatever stands in a calendar is read or refused, and never thrown', () => {
	const word = fc.constantFrom(
		'BEGIN:VEVENT',
		'END:VEVENT',
		'SUMMARY:x',
		'DTSTART;VALUE=DATE:20260216',
		'DTEND:x',
		'RRULE:FREQ=',
		'DURATION:P',
		':',
		';',
		' ',
		'\t',
		'DTSTART;TZID="',
		'END:VCALENDAR',
		'ATTACH:file:///etc/passwd',
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 30 }), (lines) => {
			const read = readCalendar(calendar(...lines));
			expect(typeof read.done).toBe('boolean');
		}),
		{ numRuns: 300 },
	);
});

test('a calendar is told by how it begins', () => {
	expect(isCalendar(Buffer.from('\ufeffBEGIN:VCALENDAR\n'))).toBe(true);
	expect(isCalendar(Buffer.from('Name,From,To'))).toBe(false);
});
