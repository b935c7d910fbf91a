import { done, type Outcome, refused } from '../../shared/outcome.ts';
import { gridOf } from '../sheet/grid.ts';
import type { Sheet, Workbook } from '../sheet/workbook.ts';
import { plainText } from './cell-text.ts';
import type { ColumnRead, ListRefusal, ListRow, ListTable, SkippedRow } from './list-reading.ts';

/** Which column a heading stands for, by patterns; a list without one of `needed` is not this list. */
export type ListShape<Field extends string> = {
	readonly headings: Readonly<Record<Field, RegExp>>;
	readonly needed: readonly Field[];
};

const ROWS_TO_LOOK_AT = 30;
/** Longer than this is no list that a team keeps by hand. */
export const MOST_ROWS = 2000;

/**
 * Finds the list in a workbook: the first row with every needed heading, and the rows below it, numbered as a spreadsheet
 * shows them. Blank rows and headings that come again are skipped. Refused when no sheet has such a row (details:
 * `missing`), when two have, and when it is longer than a team keeps by hand.
 */
export function findTable<Field extends string>(
	{ sheets }: Workbook,
	shape: ListShape<Field>,
): Outcome<ListTable<Field>, ListRefusal> {
	const found = sheets.flatMap((sheet) => tableIn(sheet, shape) ?? []);
	const [table, another] = found;
	if (!table) return refused('not-this-list', { missing: shape.needed });
	if (another) return refused('choose-a-sheet');
	return table.rows.length > MOST_ROWS ? refused('list-too-long', { most: MOST_ROWS }) : done(table);
}

function tableIn<Field extends string>(sheet: Sheet, shape: ListShape<Field>): ListTable<Field> | null {
	const grid = gridOf(sheet);
	const lastRow = Math.max(grid.lastRow, sheet.rowCount ?? 0);
	for (let row = 1; row <= Math.min(lastRow, ROWS_TO_LOOK_AT); row += 1) {
		const { columns, otherColumns } = columnsIn(grid.cellsOfRow(row), shape);
		if (!shape.needed.every((field) => columns.some((column) => column.field === field))) continue;
		return { headerRow: row, columns, otherColumns, ...rowsBelow(grid, row, lastRow, columns) };
	}
	return null;
}

function columnsIn<Field extends string>(
	cells: readonly { readonly column: number; readonly text: string }[],
	{ headings }: ListShape<Field>,
): { readonly columns: readonly ColumnRead<Field>[]; readonly otherColumns: readonly string[] } {
	const columns: ColumnRead<Field>[] = [];
	const otherColumns: string[] = [];
	for (const { column, text } of cells) {
		const heading = plainText(text);
		const free = (Object.keys(headings) as Field[]).filter((field) => !columns.some((one) => one.field === field));
		const field = free.find((one) => headings[one].test(heading));
		if (field) columns.push({ column, heading, field });
		else if (heading !== '') otherColumns.push(heading);
	}
	return { columns, otherColumns };
}

function rowsBelow<Field extends string>(
	grid: ReturnType<typeof gridOf>,
	headerRow: number,
	lastRow: number,
	columns: readonly ColumnRead<Field>[],
) {
	const rows: ListRow<Field>[] = [];
	const skipped: SkippedRow[] = [];
	for (let row = headerRow + 1; row <= lastRow; row += 1) {
		const raw = (field: Field) => {
			const column = columns.find((one) => one.field === field);
			return column ? (grid.at(row, column.column)?.text ?? '').trim() : '';
		};
		const texts = columns.map(({ field }) => plainText(raw(field)));
		const headings = columns.map(({ heading }) => heading);
		if (grid.cellsOfRow(row).every(({ text }) => plainText(text) === '')) skipped.push({ row, reason: 'blank' });
		else if (texts.every((text, at) => text === headings[at])) skipped.push({ row, reason: 'heading-again' });
		else rows.push(rowOf(row, columns, raw));
	}
	return { rows, skipped };
}

function rowOf<Field extends string>(
	row: number,
	columns: readonly ColumnRead<Field>[],
	raw: (field: Field) => string,
): ListRow<Field> {
	return {
		row,
		raw,
		text: (field) => plainText(raw(field)),
		refusal: (field, reason) => {
			const column = columns.find((one) => one.field === field)?.heading ?? '';
			return { row, field, column, reason, raw: raw(field) };
		},
	};
}
