import type { Details } from '../shared/outcome.ts';
import type { Lexicon } from './marks/read-mark.ts';
import { type NoRegister, type RegisterLayout, readLayout } from './read-layout.ts';
import type { Sheet, Workbook } from './sheet/workbook.ts';

export type FoundRegister = {
	readonly layout: RegisterLayout;
	readonly otherSheets: readonly { readonly name: string; readonly what: string }[];
};
export type NotFound = {
	readonly code: 'no-such-sheet' | 'choose-a-sheet' | 'not-a-register' | 'register-too-large';
	readonly details: Details;
};

/** The one sheet that is a register, or the one asked for. Of several that could be it a person chooses. */
export function findRegister(workbook: Workbook, lexicon: Lexicon, name: string | undefined): FoundRegister | NotFound {
	const sheets = workbook.sheets.map((sheet) => sheet.name);
	const asked = name === undefined ? null : (workbook.sheets.find((sheet) => isNamed(sheet, name)) ?? null);
	if (name !== undefined && !asked) return { code: 'no-such-sheet', details: { sheet: name, sheets } };
	const all = workbook.sheets.map((sheet) => ({ sheet, layout: readLayout(sheet, lexicon) }));
	const read = all.flatMap(({ layout }) => (typeof layout === 'string' ? [] : [layout]));
	const inUse = read.some((layout) => layout.hasMarks) ? read.filter((layout) => layout.hasMarks) : read;
	const candidates = asked ? read.filter((layout) => layout.grid.sheet === asked) : inUse;
	const [layout, ...others] = candidates;
	if (layout && others.length === 0) {
		const rest = all.filter(({ sheet }) => sheet !== layout.grid.sheet);
		return { layout, otherSheets: rest.map((other) => ({ name: other.sheet.name, what: whatIs(other) })) };
	}
	if (layout) return { code: 'choose-a-sheet', details: { sheets: candidates.map((each) => each.grid.sheet.name) } };
	const lacks = all.filter(({ sheet }) => !asked || sheet === asked).map((each) => each.layout as NoRegister);
	if (lacks.includes('too-large')) return { code: 'register-too-large', details: { sheets } };
	return { code: 'not-a-register', details: { sheets, lacks: nearestMiss(lacks) } };
}

function isNamed(sheet: Sheet, name: string): boolean {
	return sheet.name.trim().toLowerCase() === name.trim().toLowerCase();
}

/** What is missing in the sheet that came nearest to a register. */
function nearestMiss(lacks: readonly NoRegister[]): NoRegister {
	const nearest = ['no-marks', 'no-people', 'no-names'] as const;
	return nearest.find((lack) => lacks.includes(lack)) ?? 'no-dates';
}

function whatIs({ sheet, layout }: { sheet: Sheet; layout: RegisterLayout | NoRegister }): string {
	if (typeof layout !== 'string') return 'another register; choose it by its name to import it';
	if (sheet.cells.length === 0) return 'empty';
	const isNotes = /note/i.test(sheet.name) || sheet.cells.some((cell) => cell.text.length > 40);
	return isNotes
		? 'free-text notes; not participants, not to be imported without asking'
		: 'another table; not a register, not imported';
}
