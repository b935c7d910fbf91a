import { type Headings, headingOf } from './find-headings.ts';
import type { PersonRow } from './find-people.ts';
import { columnName } from './sheet/cell-names.ts';
import type { Grid } from './sheet/grid.ts';

/** What each column that is no session is for, by the letters that the spreadsheet shows above it. */
export function otherColumns(
	grid: Grid,
	headings: Headings,
	people: readonly PersonRow[],
	sessions: { readonly count: number; readonly cancelled: number },
): Readonly<Record<string, string>> {
	const described = new Map<string, string>();
	for (let column = 1; column <= grid.lastColumn; column++) {
		if (headings.sessionColumns.includes(column)) continue;
		const heading = headingOf(grid, headings, column);
		const cells = people.map((person) => grid.at(person.row, column)).filter((cell) => cell !== null);
		if (heading === '' && cells.length === 0) continue;
		const isFormulas = cells.filter((cell) => cell.isFormula).length * 2 > cells.length;
		const parts = cells
			.map((cell) => /\/\s*(\d+)\s*$/.exec(cell.formula ?? '')?.[1])
			.find((part) => part !== undefined);
		const counts = parts && Number(parts) === sessions.count && sessions.cancelled > 0;
		const share = counts ? `; counts the cancelled session${sessions.cancelled > 1 ? 's' : ''}` : '';
		const name = `${heading || 'no heading'}${parts ? ` of ${parts}` : ''}`;
		described.set(columnName(column), isFormulas ? `${name} (formula${share})` : name);
	}
	return Object.fromEntries(described);
}
