import { stringify } from 'csv-stringify/sync';
import { safeCell } from '#app/domain/exports/safe-cell.ts';
import type { Table, TableCell } from '#app/domain/exports/table.ts';

/** In quotes, so that nobody’s program takes them for what parts the cells. */
const OTHER_DELIMITERS = /[;\t]/;

/**
 * The table as a CSV file: UTF-8 with the mark by which Excel knows it, days as they are written here, and no cell that a
 * spreadsheet program would work out. Every row has the same number of cells.
 */
export function writeCsv({ rows }: Table): Buffer {
	const width = Math.max(...rows.map((row) => row.length), 1);
	const written = rows.map((row) => Array.from({ length: width }, (_, at) => textOf(row[at] ?? null)));
	// The cells are safe already; the writer's own guard stays on, for what it knows and we do not.
	const guards = { escape_formulas: true, quoted_match: OTHER_DELIMITERS };
	const text = stringify(written, { bom: true, record_delimiter: 'windows', ...guards });
	return Buffer.from(text, 'utf8');
}

function textOf(cell: TableCell): string | number {
	if (cell === null) return '';
	if (typeof cell === 'number') return cell;
	if (typeof cell === 'string') return safeCell(cell);
	const [year, month, day] = cell.day.split('-');
	return `${day}/${month}/${year}`;
}
