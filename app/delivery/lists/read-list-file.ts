import type { ListFile } from '#app/domain/imports/lists/list-file.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { calendarSentence } from '../calendar/calendar-sentences.ts';
import { isCalendar, readCalendar } from '../calendar/read-calendar.ts';
import { fileSentence } from '../spreadsheet/file-sentences.ts';
import { readSpreadsheet } from '../spreadsheet/read-spreadsheet.ts';

/** Reads an uploaded list, a calendar by how it begins and anything else as a spreadsheet; refused with its `sentence`. */
export async function readListFile(bytes: Uint8Array, fileName: string): Promise<Outcome<ListFile, 'unreadable'>> {
	if (isCalendar(bytes)) {
		const events = readCalendar(bytes);
		return events.done ? done({ events: events.value }) : refused('unreadable', { sentence: calendarSentence(events) });
	}
	const workbook = await readSpreadsheet(bytes, fileName);
	return workbook.done
		? done({ workbook: workbook.value })
		: refused('unreadable', { sentence: fileSentence(workbook) });
}
