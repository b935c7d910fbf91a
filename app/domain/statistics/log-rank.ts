import { chiSquareAbove } from './gamma.ts';
import { isAtRisk, type Observation } from './observation.ts';
import { eventTimes } from './survival.ts';

export type LogRank = {
	readonly groups: readonly { readonly name: string; readonly observed: number; readonly expected: number }[];
	/** Of observed − expected in the first group; null with more than two groups, where it is a matrix. */
	readonly variance: number | null;
	readonly chiSquare: number;
	readonly df: number;
	readonly pValue: number;
};

/**
 * The log-rank test between the groups, with the hypergeometric variance and late entry respected. Null when fewer than
 * two groups were ever at risk of an event, or when nothing varies: then there is nothing to compare. A group that was
 * never at risk of one is listed and takes no degree of freedom. As R's survdiff (facts/evaluation §3).
 */
export function logRankTest(observations: readonly Observation[]): LogRank | null {
	const names = [...new Set(observations.map((one) => one.group))];
	const tables = eventTimes(observations).map((time) => tableAt(observations, names, time));
	const observed = names.map((_, group) => sum(tables.map((table) => table.events[group]!)));
	const expected = names.map((_, group) => sum(tables.map((table) => share(table, group))));
	const compared = names
		.keys()
		.filter((group) => expected[group]! > 0)
		.toArray();
	const free = compared.slice(1);
	const difference = free.map((group) => observed[group]! - expected[group]!);
	const variance = free.map((row) => free.map((column) => sum(tables.map((table) => covariance(table, row, column)))));
	const solved = solve(variance, difference);
	if (free.length === 0 || !solved) return null;
	const chiSquare = sum(solved.map((value, index) => value * difference[index]!));
	return {
		groups: names.map((name, group) => ({ name, observed: observed[group]!, expected: expected[group]! })),
		variance: free.length === 1 ? variance[0]![0]! : null,
		chiSquare,
		df: free.length,
		pValue: chiSquareAbove(chiSquare, free.length),
	};
}

/** What happened at one event time: in each group, and in all. */
type Table = {
	readonly atRisk: readonly number[];
	readonly events: readonly number[];
	readonly allAtRisk: number;
	readonly allEvents: number;
};

function tableAt(observations: readonly Observation[], names: readonly string[], time: number): Table {
	const present = observations.filter((one) => isAtRisk(one, time));
	const gone = present.filter((one) => one.event && one.exit === time);
	const inEach = (some: readonly Observation[]) => names.map((name) => some.filter((one) => one.group === name).length);
	return { atRisk: inEach(present), events: inEach(gone), allAtRisk: present.length, allEvents: gone.length };
}

function share(table: Table, group: number): number {
	return (table.allEvents * table.atRisk[group]!) / table.allAtRisk;
}

function covariance(table: Table, row: number, column: number): number {
	const { allAtRisk, allEvents } = table;
	if (allAtRisk < 2) return 0;
	const ofRow = table.atRisk[row]! / allAtRisk;
	const ofColumn = table.atRisk[column]! / allAtRisk;
	const shape = ofRow * ((row === column ? 1 : 0) - ofColumn);
	return (shape * allEvents * (allAtRisk - allEvents)) / (allAtRisk - 1);
}

/** Solves `matrix · x = right` by elimination with the largest pivot; null when the matrix has no inverse. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] | null {
	const rows = matrix.map((row, index) => [...row, right[index]!]);
	const size = rows.length;
	for (let column = 0; column < size; column += 1) {
		const pivot = rows
			.slice(column)
			.reduce((best, row) => (Math.abs(row[column]!) > Math.abs(best[column]!) ? row : best));
		if (Math.abs(pivot[column]!) < 1e-12) return null;
		rows.splice(rows.indexOf(pivot), 1);
		rows.splice(column, 0, pivot);
		for (const row of rows) {
			if (row === pivot) continue;
			const factor = row[column]! / pivot[column]!;
			for (let at = column; at <= size; at += 1) row[at]! -= factor * pivot[at]!;
		}
	}
	return rows.map((row, index) => row[size]! / row[index]!);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
