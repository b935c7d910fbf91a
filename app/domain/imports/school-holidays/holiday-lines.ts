import { dayInWords } from '../../shared/in-words.ts';
import type { ListLine } from '../lists/list-line.ts';
import type { ListLook } from '../lists/list-look.ts';
import { rowRefusalSentence } from '../lists/list-sentences.ts';
import type { HolidayNote, HolidayPlan } from './plan-holidays.ts';
import type { WrittenHolidays } from './written-holidays.ts';

const NOTES: Readonly<Record<HolidayNote, string>> = {
	'already-there': 'The area has this one already.',
	'no-holiday-by-its-name': 'It does not sound like a holiday. Tick it if it is one.',
	'overlaps-another': 'It overlaps with another one of the area.',
	'label-shortened': 'Its name is shortened.',
};

/** A list of school dates as a person looks at it: lines read = accepted + refused + skipped. */
export function holidaysLook({ rows, skipped }: WrittenHolidays, { refused }: HolidayPlan): ListLook {
	const refusedRows = new Set(refused.map(({ row }) => row)).size;
	return {
		rows: {
			read: rows + skipped.length,
			accepted: rows - refusedRows,
			refused: refusedRows,
			skipped: skipped.length,
		},
		refused: refused.map((one) => rowRefusalSentence({ column: '', ...one })),
		clashes: [],
		toLookAt: [],
	};
}

/** Each holiday with its days and what to know of it; one that the area has already cannot be taken again. */
export function holidayLines({ holidays }: HolidayPlan): readonly ListLine[] {
	return holidays.map(({ row, label, from, to, notes, taken }) => ({
		row,
		name: label,
		what: from === to ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`,
		note: notes.map((note) => NOTES[note]).join(' ') || null,
		comesIn: taken,
		mayChoose: !notes.includes('already-there'),
	}));
}
