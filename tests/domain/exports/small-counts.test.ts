import { expect, test } from 'vitest';
import { retentionTable } from '#app/domain/exports/retention-table.ts';
import { hideSmallAnswers, hideSmallCount, hideSmallCounts } from '#app/domain/exports/small-counts.ts';

test.for([
	{ counts: [10, 2, 8], shown: [10, null, null, null], why: 'one alone takes the next with it, and the total' },
	{ counts: [8, 10, 2], shown: [null, 10, null, null], why: 'after the last one comes the first' },
	{
		counts: [5, 5, 4],
		shown: [null, 5, null, null],
		why: 'the next goes by its place, not because it is the smallest',
	},
	{ counts: [10, 2, 3], shown: [10, null, null, null], why: 'two small ones hide each other' },
	{ counts: [12, 1, 0], shown: [12, null, null, null], why: 'a nought beside a small one may be that one' },
	{ counts: [0, 1, 1, 1, 1], shown: [null, null, null, null, null, null], why: 'no nought is shown then' },
	{ counts: [2], shown: [null, null], why: 'it is alone in its row' },
	{ counts: [5, 0, 12], shown: [5, 0, 12, 17], why: 'nothing is small' },
	{ counts: [0, 0, 0], shown: [0, 0, 0, 0], why: 'nought says nothing of anybody' },
	{ counts: [], shown: [0], why: 'there is nothing' },
])('$counts: $why', ({ counts, shown }) => {
	const { cells, total } = hideSmallCounts(counts);
	expect([...cells, total]).toEqual(shown);
});

/** Every table of so many cells with counts up to `most`. */
function everyTable(cells: number, most: number): readonly number[][] {
	if (cells === 0) return [[]];
	return everyTable(cells - 1, most).flatMap((table) =>
		Array.from({ length: most + 1 }, (_, count) => [...table, count]),
	);
}

/** What each table of the same output holds in one cell: what an attacker is left with who knows the rule and tries it all. */
function candidatesOf(
	tables: readonly number[][],
	outputOf: (table: readonly number[]) => unknown,
): readonly { readonly output: string; readonly at: number; readonly candidates: ReadonlySet<number> }[] {
	const groups = Map.groupBy(tables, (table) => JSON.stringify(outputOf(table)));
	return [...groups].flatMap(([output, same]) =>
		same[0]!.map((_, at) => ({ output, at, candidates: new Set(same.map((table) => table[at]!)) })),
	);
}

const isSmall = (count: number) => count >= 1 && count <= 4;
const totalOf = (table: readonly number[]) => table.reduce((sum, count) => sum + count, 0);
const SIZES = [
	{ cells: 1, most: 40 },
	{ cells: 2, most: 40 },
	{ cells: 3, most: 20 },
	{ cells: 4, most: 10 },
	{ cells: 5, most: 7 },
];

test.for(SIZES)(
	'whoever knows the rule and tries every table of $cells cells up to $most can tell no small count',
	({ cells, most }) => {
		const all = candidatesOf(everyTable(cells, most), hideSmallCounts);
		expect(all.length).toBeGreaterThan(cells);
		expect(all.filter(({ candidates }) => candidates.size === 1 && isSmall([...candidates][0]!))).toEqual([]);
		// Nor that somebody is there: but in a row of one cell, where only a small count is hidden.
		const small = all.filter(({ candidates }) => [...candidates].some(isSmall));
		if (cells > 1) expect(small.filter(({ candidates }) => !candidates.has(0))).toEqual([]);
	},
);

test.for(SIZES.filter(({ cells }) => cells > 1))(
	'who has the total of $cells cells from elsewhere as well can tell of no less than four in each that is hidden',
	({ cells, most }) => {
		const outputOf = (table: readonly number[]) => [hideSmallCounts(table), totalOf(table)];
		const told = candidatesOf(everyTable(cells, most), outputOf).filter(
			({ candidates }) => candidates.size === 1 && isSmall([...candidates][0]!),
		);
		expect(new Set(told.flatMap(({ candidates }) => [...candidates]))).toEqual(new Set(cells > 2 ? [4] : []));
	},
);

test.for(SIZES.filter(({ cells }) => cells > 1))(
	'of questions of $cells answers on the same records their number tells no small count, whichever are shown',
	({ cells, most }) => {
		const outputOf = (table: readonly number[]) => [hideSmallAnswers(table), hideSmallCount(totalOf(table))];
		const all = candidatesOf(everyTable(cells, most), outputOf);
		expect(all.filter(({ candidates }) => candidates.size === 1 && isSmall([...candidates][0]!))).toEqual([]);
	},
);

test('the sheet that leaves the team says what is hidden and adds nothing up over its areas', () => {
	const place = (state: 'left' | 'completed') => ({ state, attended: null, plans: 17, isTermOver: true });
	const many = (count: number, state: 'left' | 'completed') => Array.from({ length: count }, () => place(state));
	const names = { completed: 'C', 'in-progress': 'P', 'not-recorded': 'N', left: 'L', removed: 'R' };
	const areas = [
		{ name: 'Northfield', cohorts: 2, places: [...many(2, 'left'), ...many(21, 'completed')] },
		{ name: 'Riverside', cohorts: 5, places: [...many(8, 'left'), ...many(20, 'completed')] },
	];
	expect(retentionTable({ title: 'A programme', names, areas }).rows.slice(0, 4)).toEqual([
		[null, 'A programme'],
		['Area', 'Cohorts', 'C', 'P', 'N', 'L', 'R', 'Had a place'],
		['Northfield', 'hidden', 21, 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
		['Riverside', 5, 20, 0, 0, 8, 0, 28],
	]);
});
