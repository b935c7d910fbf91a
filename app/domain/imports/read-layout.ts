import { findHeadings, type Headings, headingOf } from './find-headings.ts';
import { findPeople, findPersonColumns, type People, type PersonColumns } from './find-people.ts';
import { readCell } from './marks/read-cell.ts';
import type { Lexicon } from './marks/read-mark.ts';
import { type Grid, gridOf, trimmed } from './sheet/grid.ts';
import type { Sheet } from './sheet/workbook.ts';

/** A sheet that is a register: where its headings, its people and the rest stand. */
export type RegisterLayout = {
	readonly grid: Grid;
	readonly headings: Headings;
	readonly columns: PersonColumns;
	readonly people: People;
	readonly titles: readonly { readonly row: number; readonly text: string }[];
	readonly hasMarks: boolean;
};
export type NoRegister = 'no-dates' | 'no-names' | 'no-people' | 'no-marks' | 'too-large';

const MOST_PEOPLE = 250;
const MOST_SESSIONS = 150;
const ENOUGH_LIKE_MARKS = 0.5;

/** Finds the register in a sheet, or says what it lacks: dates across, names down, marks where the two meet. */
export function readLayout(sheet: Sheet, lexicon: Lexicon): RegisterLayout | NoRegister {
	const grid = gridOf(sheet);
	const headings = findHeadings(grid);
	if (!headings) return 'no-dates';
	const columns = findPersonColumns(grid, headings);
	if (columns.names.length === 0) return headings.sessionColumns.length < 2 ? 'no-dates' : 'no-names';
	const people = findPeople(grid, headings, columns, lexicon);
	if (people.participants.length === 0) return 'no-people';
	const all = withUndated(grid, headings, columns, people);
	if (all.sessionColumns.length < 2) return 'no-dates';
	if (all.sessionColumns.length > MOST_SESSIONS || people.participants.length > MOST_PEOPLE) return 'too-large';
	const marks = shareLikeMarks(grid, all, people, lexicon);
	if (marks.some && marks.share < ENOUGH_LIKE_MARKS) return 'no-marks';
	return { grid, headings: all, columns, people, titles: titlesAbove(grid, headings.first), hasMarks: marks.some };
}

/**
 * A column that holds marks is a session too where its heading stands in for a date (“tbc”), or where it has none and
 * sessions on both sides: it needs a date from a person.
 */
function withUndated(grid: Grid, headings: Headings, columns: PersonColumns, people: People): Headings {
	const [first, last] = [headings.sessionColumns[0] ?? 0, headings.sessionColumns.at(-1) ?? 0];
	const names = Math.max(...columns.names);
	const added: number[] = [];
	for (let column = names + 1; column <= grid.lastColumn; column++) {
		const heading = headingOf(grid, headings, column);
		const undated =
			heading === ''
				? column > first && column < last
				: /^(tbc|tba|t\.b\.c|\?+|date\??|to be (confirmed|arranged))\b/i.test(heading);
		const marked = people.participants.some((person) => grid.at(person.row, column) !== null);
		if (undated && marked && !headings.sessionColumns.includes(column)) added.push(column);
	}
	const sessionColumns = [...headings.sessionColumns, ...added].sort((one, other) => one - other);
	return { ...headings, sessionColumns };
}

function shareLikeMarks(grid: Grid, headings: Headings, people: People, lexicon: Lexicon) {
	const filled = people.participants
		.flatMap((person) => headings.sessionColumns.map((column) => grid.at(person.row, column)))
		.filter((cell) => trimmed(cell) !== '');
	const like = filled.filter((cell) => {
		if (readCell(cell, lexicon).kind !== 'unclear') return true;
		if (cell?.kind === 'number') return cell.value === 0 || cell.value === 1;
		return cell?.kind === 'boolean' || (cell?.kind === 'text' && trimmed(cell).length <= 3);
	});
	return { some: filled.length > 0, share: filled.length === 0 ? 0 : like.length / filled.length };
}

function titlesAbove(grid: Grid, firstHeading: number): RegisterLayout['titles'] {
	return grid.sheet.cells
		.filter((cell) => cell.row < firstHeading && trimmed(cell) !== '')
		.map((cell) => ({ row: cell.row, text: trimmed(cell) }));
}
