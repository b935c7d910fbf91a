import type { MarkMeanings } from '#app/domain/imports/marks/mark-codes.ts';
import type { RegisterProposal } from '#app/domain/imports/proposal.ts';
import { proposeRegister, type RegisterQuestion } from '#app/domain/imports/propose-register.ts';
import { markText } from '#app/domain/imports/register-report.ts';
import { cellName } from '#app/domain/imports/sheet/cell-names.ts';
import type { Cell, Sheet, Workbook } from '#app/domain/imports/sheet/workbook.ts';
import { calendarDay, parseCalendarDay } from '#app/domain/shared/calendar-day.ts';

export const KEY = 'KEY  P = here   L = late   A = no word   apols = let us know   c/u = caught up';
export type Value = string | number | boolean | null | Partial<Cell>;

/** A cell as a spreadsheet would hold the value: `2026-01-14` is a true date. */
export function cellOf(row: number, column: number, value: Value): Cell | null {
	if (value === null || value === '') return null;
	const place = { ref: cellName(row, column), row, column, isFormula: false };
	if (typeof value === 'object') return { ...place, kind: 'text', text: '', value: null, ...value };
	const day = typeof value === 'string' ? parseCalendarDay(value) : null;
	if (day) return { ...place, kind: 'date', text: day, value: 1, day };
	const kind = typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean');
	return { ...place, kind, text: typeof value === 'boolean' ? String(value).toUpperCase() : String(value), value };
}

export type Extras = { readonly merged?: readonly string[]; readonly comments?: Readonly<Record<string, string>> };

export function sheetOf(name: string, rows: readonly (readonly Value[])[], extras: Extras = {}): Sheet {
	return {
		name,
		cells: rows.flatMap((row, at) => row.flatMap((value, column) => cellOf(at + 1, column + 1, value) ?? [])),
		merged: (extras.merged ?? []).map((range) => ({ from: range.split(':')[0]!, to: range.split(':')[1]! })),
		comments: Object.entries(extras.comments ?? {}).map(([cell, text]) => ({ cell, author: null, text })),
	};
}

export function workbookOf(...sheets: readonly Sheet[]): Workbook {
	return { kind: 'xlsx', daySystem: 1900, sheets };
}

export const DATES = ['2026-01-14', '2026-01-21', '2026-01-28', '2026-02-04'];

/** A small register: two heading rows, names in B, sessions from C, and the key under the people. */
export function registerOf(
	people: readonly (readonly Value[])[],
	dates: readonly Value[] = DATES,
	extras?: Extras,
): Sheet {
	const weeks = dates.map((_, at) => `Wk ${at + 1}`);
	const rows = [
		['Thornbeck group 2026'],
		['No', 'Name', ...weeks],
		['', '', ...dates],
		...people.map((row, at) => [at + 1, ...row]),
		[],
		[KEY],
	];
	return sheetOf('Register', rows, extras);
}

export const ASKED: RegisterQuestion = { asOf: calendarDay('2026-11-23') };

export function propose(sheet: Sheet | Workbook, question: Partial<RegisterQuestion> = {}): RegisterProposal {
	const workbook = 'sheets' in sheet ? sheet : workbookOf(sheet);
	const proposal = proposeRegister(workbook, { ...ASKED, ...question });
	if (!proposal.done) throw new Error(JSON.stringify(proposal));
	return proposal.value;
}

/** The marks of one row of a small register, a refused one by its code. */
export function marksOf(row: readonly Value[], question: Partial<RegisterQuestion> = {}, extras?: Extras): string[] {
	const { participants } = propose(
		registerOf(
			[
				['Ann Other', 'P', 'P', 'P', 'P'],
				['Lee Shaw', ...row],
			],
			DATES,
			extras,
		),
		question,
	);
	return participants[1]!.marks.map((mark) => mark.refusal ?? markText(mark));
}

/** What one text in the last cell of a row comes to. */
export function markOf(text: Value, markMeanings: MarkMeanings = {}): string {
	return marksOf(['P', 'P', 'P', text], { markMeanings })[3]!;
}
