import { type Grid, tidy, trimmed } from './sheet/grid.ts';
import type { Cell } from './sheet/workbook.ts';
import { readWrittenDate } from './sheet/written-dates.ts';

/** Where the headings of a register stand and which columns they make sessions. */
export type Headings = {
	readonly first: number;
	readonly last: number;
	readonly dateRow: number;
	/** The row that numbers the sessions; null where only dates do. */
	readonly labelRow: number | null;
	readonly sessionColumns: readonly number[];
};

const SEARCHED_ROWS = 80;
const LONGEST_HEADING = 80;
/** Days 2009 to 2064 as a spreadsheet counts them: a date whose cell lost its format. */
const SERIALS = { from: 40_000, to: 60_000 };
export const WEEK_LABEL = /^(?:wk|week|w|session|sess|s|meeting|class|group|no)\.?\s*(\d{1,3})\b/i;
export const NAME_LABEL =
	/^(full |first |last |given |family )?name(s|\(s\))?$|^(forename|surname|participants?|clients?|service users?|dads?|fathers?|men|man|mums?|mothers?|parents?|members?|attendees?)( names?)?$|^name of \p{L}+$/iu;

/**
 * The rows that head a register: the one with the most dates (else the most numbered sessions), with the row beside it
 * that numbers them. Null when no row heads at least two sessions.
 */
export function findHeadings(grid: Grid): Headings | null {
	const named = grid.sheet.cells.find((cell) => cell.row <= SEARCHED_ROWS && NAME_LABEL.test(trimmed(cell)));
	const isPerson = (row: number) => named && row > named.row && trimmed(grid.at(row, named.column)) !== '';
	const all = Array.from({ length: Math.min(grid.lastRow, SEARCHED_ROWS) }, (_, at) => at + 1);
	const rows = all.filter((row) => !isPerson(row));
	const dateRow = rows.toSorted((one, other) => headingScore(grid, other) - headingScore(grid, one))[0];
	if (!dateRow || headingScore(grid, dateRow) < 2) return null;
	const dated = columnsWhere(grid, dateRow, isDateLike);
	const labelRow = findLabelRow(grid, dateRow, dated);
	const numbered = labelRow === null ? [] : columnsWhere(grid, labelRow, isWeekLabel);
	const columns = [...new Set([...dated, ...numbered])].sort((one, other) => one - other);
	const nameRow = [dateRow, dateRow - 1, dateRow + 1, dateRow - 2].find((row) =>
		grid.cellsOfRow(row).some((cell) => NAME_LABEL.test(trimmed(cell))),
	);
	const heads = [dateRow, labelRow ?? dateRow, nameRow ?? dateRow];
	return {
		first: Math.min(...heads),
		last: Math.max(...heads),
		dateRow,
		labelRow,
		sessionColumns: columns.filter((column) => !isOtherHeading(grid, heads, column)),
	};
}

/** What the heading rows say above a column, joined cells included; empty when nothing. */
export function headingOf(grid: Grid, rows: { first: number; last: number }, column: number): string {
	const texts: string[] = [];
	for (let row = rows.first; row <= rows.last; row++) texts.push(trimmed(grid.seenAt(row, column)));
	return [...new Set(texts.filter((text) => text !== ''))].join(' ');
}

/** Whether the cell holds a date, true or typed, or a number that has lost its date format. */
export function isDateLike(cell: Cell): boolean {
	if (cell.kind === 'date') return true;
	if (cell.kind === 'number') {
		return Number.isInteger(cell.value) && Number(cell.value) >= SERIALS.from && Number(cell.value) <= SERIALS.to;
	}
	if (cell.kind !== 'text' || cell.text.length > LONGEST_HEADING) return false;
	if (/^\d{5}$/.test(trimmed(cell))) return Number(cell.text) >= SERIALS.from && Number(cell.text) <= SERIALS.to;
	const reading = readWrittenDate(cell.text);
	return !('problem' in reading && reading.problem === 'no-date');
}

function headingScore(grid: Grid, row: number): number {
	return 2 * columnsWhere(grid, row, isDateLike).length + columnsWhere(grid, row, isWeekLabel).length;
}

function findLabelRow(grid: Grid, dateRow: number, dated: readonly number[]): number | null {
	const beside = [dateRow, dateRow - 1, dateRow + 1];
	const numbered = beside.find((row) => columnsWhere(grid, row, isWeekLabel).length >= 2);
	if (numbered !== undefined) return numbered;
	const above = dated.filter((column) => trimmed(grid.at(dateRow - 1, column)) !== '');
	return dated.length > 0 && above.length * 2 >= dated.length ? dateRow - 1 : null;
}

function isWeekLabel(cell: Cell): boolean {
	const text = tidy(cell.text);
	return cell.kind === 'text' && text.length <= LONGEST_HEADING && WEEK_LABEL.test(text);
}

/** A column of dates that is not a session: the date of birth, the date of the referral. */
function isOtherHeading(grid: Grid, rows: readonly number[], column: number): boolean {
	const other = /\b(birth|d\.?o\.?b|age|referr\w*|started?|joined|left|assess\w*|intake|address|phone|total|%)\b/i;
	const heading = headingOf(grid, { first: Math.min(...rows), last: Math.max(...rows) }, column);
	return other.test(heading) && !WEEK_LABEL.test(heading);
}

function columnsWhere(grid: Grid, row: number, test: (cell: Cell) => boolean): number[] {
	return grid
		.cellsOfRow(row)
		.filter(test)
		.map((cell) => cell.column);
}
