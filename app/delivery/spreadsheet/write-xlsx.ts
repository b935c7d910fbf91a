import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { safeCell } from '#app/domain/exports/safe-cell.ts';
import type { Table, TableCell } from '#app/domain/exports/table.ts';
import { withoutTimes } from './zip-times.ts';

const NARROWEST = 6;
const WIDEST = 40;

/**
 * The table as an Excel workbook: text is typed as text and days as days, so that nothing in it is worked out, and text
 * that would be a formula elsewhere is made safe all the same. Two writings of one table are the same bytes.
 */
export async function writeXlsx({ name, rows, headRows, headColumns }: Table): Promise<Buffer> {
	const cells = rows.map((row, at) => row.map((cell) => cellOf(cell, at < headRows)));
	const width = Math.max(...rows.map((row) => row.length), 1);
	const columns = Array.from({ length: width }, (_, at) => ({ width: widthOf(rows.slice(1), at) }));
	const options = { sheet: name, columns, stickyRowsCount: headRows, stickyColumnsCount: headColumns };
	return withoutTimes(await writeXlsxFile(cells, options).toBuffer());
}

function cellOf(cell: TableCell, isHead: boolean): Cell {
	if (cell === null || cell === '') return null;
	const style = isHead ? ({ fontWeight: 'bold' } as const) : {};
	if (typeof cell === 'string') return { value: safeCell(cell), type: String, format: '@', ...style };
	if (typeof cell === 'number') return { value: cell, type: Number, ...style };
	return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...style };
}

/** As wide as what stands in it, the key below the people left out. */
function widthOf(rows: Table['rows'], column: number): number {
	const lengths = rows.map((row) => {
		const cell = row[column] ?? null;
		if (typeof cell === 'string') return cell.length > WIDEST ? 0 : cell.length;
		return cell === null ? 0 : 10;
	});
	return Math.min(WIDEST, Math.max(NARROWEST, ...lengths) + 1);
}
