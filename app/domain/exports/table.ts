import type { CalendarDay } from '../shared/calendar-day.ts';

/** What one cell of an export holds; null is an empty one. */
export type TableCell = string | number | { readonly day: CalendarDay } | null;

/** One sheet, ready to be written as CSV or as a workbook: the same cells in both. */
export type Table = {
	/** Of the sheet inside a workbook: a plain word, never somebody's. */
	readonly name: string;
	readonly rows: readonly (readonly TableCell[])[];
	/** So many rows and columns at the start stay in sight. */
	readonly headRows: number;
	readonly headColumns: number;
};
