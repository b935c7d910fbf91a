import { type Headings, headingOf, NAME_LABEL } from './find-headings.ts';
import { keyEntriesIn } from './marks/mark-key.ts';
import { type Lexicon, readMark } from './marks/read-mark.ts';
import { type Grid, tidy, trimmed } from './sheet/grid.ts';
import type { Cell } from './sheet/workbook.ts';

/** The columns beside the sessions, by what their headings say; null where there is none. */
export type PersonColumns = {
	readonly names: readonly number[];
	readonly ref: number | null;
	readonly number: number | null;
	readonly comments: number | null;
	readonly total: number | null;
};
export type PersonRow = { readonly row: number; readonly name: string; readonly ref: string | null };
/** A row below the headings that is nobody's; `code` says why it may need a person to look at it. */
export type OtherRow = { readonly row: number; readonly what: string; readonly code: RowCode | null };
export type RowCode = 'marks-without-a-name' | 'name-without-marks' | 'row-not-read';
export type People = { readonly participants: readonly PersonRow[]; readonly others: readonly OtherRow[] };

const REF =
	/^((client|case|system|file|service user)\s+)?(ref(erence)?|id|no|number|#)( (no|number))?\.?$|^(mosaic|liquidlogic)\b/i;
const NUMBER = /^(no|nr|num|number|#)\.?$/i;
const TOTAL =
	/^(total|tot|sum|attended|no\.? attended|number attended|sessions attended|attendance|total attended)s?$/i;
const COMMENTS = /^(comments?|notes?|remarks?|other|info(rmation)?)$/i;
const FOOTERS: readonly (readonly [RegExp, string])[] = [
	[
		/^(no\.?|number|nos\.?|total|#)?\s*(here|present|attend(ed|ing|ance)|in group|in room)$|^(grand )?totals?$|^count$|^average$/i,
		'number present',
	],
	[
		/^(facil(itator)?s?|staff|workers?|leads?|co-?lead|run by|led by|initials|facilitated by|tutors?)\b.{0,15}$/i,
		'initials of facilitators',
	],
	[
		/^(absent|absences|apologies|late|cancelled|guests?|visitors?|signed|signature|topic|module|theme|room|date|notes?|comments?|%)s?$/i,
		'a line of the sheet, not a person',
	],
];

/** Which columns hold names, references, numbers, totals and comments. */
export function findPersonColumns(grid: Grid, headings: Headings): PersonColumns {
	const others = Array.from({ length: grid.lastColumn }, (_, at) => at + 1).filter(
		(column) => !headings.sessionColumns.includes(column),
	);
	const first = headings.sessionColumns[0] ?? 1;
	const headed = (pattern: RegExp) => (column: number) => pattern.test(headingOf(grid, headings, column));
	const before = others.filter((column) => column < first);
	const headedNames = others.filter(headed(NAME_LABEL));
	const names = headedNames.length > 0 ? headedNames : fullestTextColumn(grid, headings, before);
	const number = before.find(headed(NUMBER)) ?? null;
	return {
		names,
		ref: before.find((column) => column !== number && !names.includes(column) && headed(REF)(column)) ?? null,
		number,
		comments: others.find(headed(COMMENTS)) ?? null,
		total: others.find((column) => column > first && headed(TOTAL)(column)) ?? null,
	};
}

/** Sorts the rows below the headings into people and everything else; a row that holds something is in one of the two. */
export function findPeople(grid: Grid, headings: Headings, columns: PersonColumns, lexicon: Lexicon): People {
	const participants: PersonRow[] = [];
	const others: OtherRow[] = [];
	let listed = 0;
	for (let row = headings.last + 1; row <= grid.lastRow; row++) {
		const holds = grid.cellsOfRow(row).some((cell) => trimmed(cell) !== '' || cell.isFormula);
		if (!holds) continue;
		const names = columns.names.map((column) => trimmed(grid.at(row, column)));
		const ref = columns.ref === null ? '' : trimmed(grid.at(row, columns.ref));
		const line: Line = {
			row,
			name: names.filter((name) => name !== '').join(' '),
			isListed: ref !== '' || isCount(grid, row, columns.number),
			own: headings.sessionColumns
				.flatMap((column) => grid.at(row, column) ?? [])
				.filter((cell) => trimmed(cell) !== ''),
			followsPerson: row === (participants.at(-1)?.row ?? headings.last) + 1,
			othersAreListed: listed * 2 > participants.length,
		};
		const instead = whatInstead(grid, line, lexicon);
		if (instead) others.push({ row, ...instead });
		else participants.push({ row, name: line.name, ref: ref || null });
		if (!instead && line.isListed) listed += 1;
	}
	return { participants, others };
}

/** A row as far as it matters here: has it a number or reference, and what does it hold of its own below the sessions? */
type Line = {
	readonly row: number;
	readonly name: string;
	readonly isListed: boolean;
	readonly own: readonly Cell[];
	readonly followsPerson: boolean;
	/** Most people so far have a number or a reference. */
	readonly othersAreListed: boolean;
};

/** What the row is if it is not a person; null when it is one. */
function whatInstead(grid: Grid, line: Line, lexicon: Lexicon): Omit<OtherRow, 'row'> | null {
	const { row, name, own, isListed } = line;
	const key = grid.cellsOfRow(row).find((cell) => keyEntriesIn(cell, '').length > 0);
	if (key && own.every((cell) => cell === key) && (name === '' || name === trimmed(key))) {
		return other(`key to the marks${grid.mergeAt(row, key.column) ? ', merged' : ''}`);
	}
	if (name === '') {
		if (own.length > 0) return { what: 'marks without a name', code: 'marks-without-a-name' };
		return other(isListed ? 'a line without a name' : 'text, not a person');
	}
	if (isListed) return null;
	const formulas = own.filter((cell) => cell.isFormula && cell.kind === 'number').length;
	const footer = FOOTERS.find(([pattern]) => pattern.test(name))?.[1];
	if (footer) return other(formulas > 0 ? `${footer}, formulas` : footer);
	if (formulas * 2 > own.length) return other('number present, formulas');
	const reads = own.some((cell) => readMark(cell.text, lexicon).kind === 'mark');
	if (reads || (line.followsPerson && !line.othersAreListed)) return null;
	if (own.length > 0) return { what: 'neither a number, a reference nor a readable mark', code: 'row-not-read' };
	if (line.followsPerson) return { what: 'a name without a number, a reference or marks', code: 'name-without-marks' };
	return other('text below the people, not a person');
}

/** Without a heading for names: the column before the sessions with the most words in it. */
function fullestTextColumn(grid: Grid, headings: Headings, before: readonly number[]): readonly number[] {
	const words = (column: number) =>
		grid.sheet.cells.filter(
			(cell) => cell.column === column && cell.row > headings.last && /^\p{L}{2}[^=]{0,60}$/u.test(trimmed(cell)),
		).length;
	const best = before.toSorted((one, other) => words(other) - words(one))[0];
	return best !== undefined && words(best) > 0 ? [best] : [];
}

function isCount(grid: Grid, row: number, column: number | null): boolean {
	return column !== null && /^\d{1,3}\.?$/.test(tidy(grid.at(row, column)?.text ?? ''));
}

function other(what: string): Omit<OtherRow, 'row'> {
	return { what, code: null };
}
