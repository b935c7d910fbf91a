import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { DaySystem } from './serial-days.ts';

/** A spreadsheet as plain values: what a person sees in it, never anything that runs. */
export type Workbook = {
	readonly kind: 'xlsx' | 'csv';
	readonly daySystem: DaySystem;
	readonly sheets: readonly Sheet[];
	/** How the text of a CSV file was written. */
	readonly written?: { readonly encoding: string; readonly delimiter: string };
};

export type Sheet = {
	readonly name: string;
	/** Only the cells that hold something, in reading order. */
	readonly cells: readonly Cell[];
	readonly merged: readonly CellRange[];
	readonly comments: readonly CellComment[];
	/** How many rows the file has, blank ones at its end included, where that is known. */
	readonly rowCount?: number;
};

export const CELL_KINDS = ['text', 'number', 'date', 'boolean', 'error', 'blank'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

export type Cell = {
	/** As the spreadsheet names it: `D6`. */
	readonly ref: string;
	readonly row: number;
	/** 1 is column A. */
	readonly column: number;
	readonly kind: CellKind;
	/** Outer spaces kept. A date is `2026-01-14`, a formula its saved result. */
	readonly text: string;
	readonly value: string | number | boolean | null;
	/** The day, where the cell holds a number shown as a date. */
	readonly day?: CalendarDay;
	/** True also for a formula without a saved result, which is then of kind `blank`. */
	readonly isFormula: boolean;
	/** The formula as typed, never worked out; absent where the cell shares the formula of another. */
	readonly formula?: string;
};

export type CellRange = { readonly from: string; readonly to: string };
export type CellComment = { readonly cell: string; readonly author: string | null; readonly text: string };
