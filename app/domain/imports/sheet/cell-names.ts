export type CellPlace = { readonly row: number; readonly column: number };

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** The letters that a spreadsheet shows above the column: 1 is A, 27 is AA. */
export function columnName(column: number): string {
	const before = Math.floor((column - 1) / 26);
	return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** The name that a spreadsheet shows for the cell: row 6, column 4 is `D6`. */
export function cellName(row: number, column: number): string {
	return columnName(column) + row;
}

/** Row and column of a cell name such as `D6` or `$D$6`; null when no sheet has such a cell. */
export function parseCellName(name: string): CellPlace | null {
	const parts = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(name);
	if (!parts) return null;
	const letters = [...parts[1]!.toUpperCase()];
	const column = letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
	const row = Number(parts[2]);
	return row <= LAST_ROW && column <= LAST_COLUMN ? { row, column } : null;
}
