import type { Refused } from '#app/domain/shared/outcome.ts';
import { CALENDAR_LIMITS, type CalendarRefusal } from './read-calendar.ts';

const SENTENCES: Readonly<Record<CalendarRefusal, string>> = {
	'file-empty': 'The file is empty. Choose the calendar file again.',
	'file-too-large': 'The calendar file is larger than 1 MB. Choose one with the school dates alone.',
	'not-a-calendar':
		'This is not a calendar file, whatever its name says. Choose a file that ends in .ics, or a CSV file.',
	'calendar-damaged': 'The calendar file is damaged or not complete. Download it again and upload that.',
	'too-many-events': `The calendar has more than ${CALENDAR_LIMITS.events} events. Choose one with the school dates alone.`,
};

/** Why a calendar file was not read, as a sentence that says what to do. */
export function calendarSentence({ code }: Refused<CalendarRefusal>): string {
	return SENTENCES[code];
}
