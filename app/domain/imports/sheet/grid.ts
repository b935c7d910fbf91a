import { cellName, parseCellName } from './cell-names.ts';
import type { Cell, CellComment, Sheet } from './workbook.ts';

/** Cells that a spreadsheet joins into one; its text stands in the top left one only. */
export type Merge = {
	readonly name: string;
	readonly top: number;
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
};

/** A sheet to look things up in by row and column. */
export type Grid = {
	readonly sheet: Sheet;
	readonly lastRow: number;
	readonly lastColumn: number;
	readonly merges: readonly Merge[];
	/** What the cell itself holds. */
	at(row: number, column: number): Cell | null;
	/** The joined cells that it is part of. */
	mergeAt(row: number, column: number): Merge | null;
	/** What a person sees there: for joined cells what the first of them holds. */
	seenAt(row: number, column: number): Cell | null;
	commentAt(row: number, column: number): CellComment | null;
	cellsOfRow(row: number): readonly Cell[];
};

/** Makes the sheet's cells, joined cells and comments findable by place. */
export function gridOf(sheet: Sheet): Grid {
	const cells = new Map(sheet.cells.map((cell) => [cell.ref, cell]));
	const comments = new Map(sheet.comments.map((comment) => [comment.cell, comment]));
	const rows = Map.groupBy(sheet.cells, (cell) => cell.row);
	const merges = sheet.merged.map(asMerge).filter((merge) => merge !== null);
	const at = (row: number, column: number) => cells.get(cellName(row, column)) ?? null;
	const mergeAt = (row: number, column: number) => merges.find((merge) => covers(merge, row, column)) ?? null;
	return {
		sheet,
		merges,
		lastRow: sheet.cells.reduce((last, cell) => Math.max(last, cell.row), 0),
		lastColumn: sheet.cells.reduce((last, cell) => Math.max(last, cell.column), 0),
		at,
		mergeAt,
		seenAt: (row, column) => {
			const merge = mergeAt(row, column);
			return merge ? at(merge.top, merge.left) : at(row, column);
		},
		commentAt: (row, column) => comments.get(cellName(row, column)) ?? null,
		cellsOfRow: (row) => rows.get(row) ?? [],
	};
}

/** The text in the cell without outer spaces; empty for a cell that holds nothing. */
export function trimmed(cell: Cell | null): string {
	return cell ? tidy(cell.text) : '';
}

/** Without outer spaces, and non-breaking ones made plain. */
export function tidy(text: string): string {
	return text.replace(/[\u00a0\u2007\u202f]/g, ' ').trim();
}

function asMerge({ from, to }: { from: string; to: string }): Merge | null {
	const [start, end] = [parseCellName(from), parseCellName(to)];
	if (!start || !end) return null;
	const merge = { name: `${from}:${to}`, top: start.row, left: start.column, bottom: end.row, right: end.column };
	return merge.top <= merge.bottom && merge.left <= merge.right ? merge : null;
}

function covers(merge: Merge, row: number, column: number): boolean {
	return row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right;
}
