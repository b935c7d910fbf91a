import { plusDays } from '../../shared/calendar-day.ts';
import { isLikeFormula, plainText } from '../lists/cell-text.ts';
import type { CalendarEvent, HolidayRefusal, WrittenHoliday, WrittenHolidays } from './written-holidays.ts';

/**
 * The lines of a calendar file: whole days, the end day itself not included, as calendars have it; an event without an
 * end is one day. What comes again by a rule or begins in the middle of a day is refused, never guessed.
 */
export function readEvents(events: readonly CalendarEvent[]): WrittenHolidays {
	const read = events.filter(({ isCancelled }) => !isCancelled).map((event) => ({ event, line: lineOf(event) }));
	return {
		rows: read.length,
		holidays: read.flatMap(({ line }) => (typeof line === 'string' ? [] : [line])),
		refused: read.flatMap(({ event, line }) =>
			typeof line === 'string' ? [{ row: event.row, reason: line, raw: event.summary }] : [],
		),
		skipped: events.filter(({ isCancelled }) => isCancelled).map(({ row }) => ({ row, reason: 'cancelled' as const })),
	};
}

function lineOf({ row, summary, start, end, recurs }: CalendarEvent): WrittenHoliday | HolidayRefusal {
	const label = plainText(summary).replaceAll('\n', ' ');
	if (label === '') return 'label-missing';
	if (isLikeFormula(label)) return 'formula-in-name';
	if (start === null) return 'date-missing';
	if (recurs) return 'recurs';
	// Some calendars let a last day end a minute before midnight.
	const endsLate = end !== null && end.minutes >= 1439;
	if (start.minutes !== 0 || (end !== null && end.minutes !== 0 && !endsLate)) return 'not-whole-days';
	if (end === null || (end.day === start.day && !endsLate)) return { row, label, from: start.day, to: start.day };
	const to = endsLate ? end.day : plusDays(end.day, -1);
	return to < start.day ? 'dates-in-wrong-order' : { row, label, from: start.day, to };
}
