import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retentionTable } from '#app/domain/exports/retention-table.ts';
import { hideSmallCounts } from '#app/domain/exports/small-counts.ts';

test.for([
	{
		counts: [10, 2, 8],
		shown: [10, null, null, 20],
		why: 'one alone is what the total lacks, so that the next goes too',
	},
	{ counts: [10, 2, 3], shown: [10, null, null, 15], why: 'two small ones that come to five hide each other' },
	{ counts: [30, 1, 1, 9], shown: [30, null, null, null, 41], why: 'two ones come to two, which is a small count' },
	{ counts: [12, 1, 0], shown: [null, null, 0, 13], why: 'nought hides nothing in itself' },
	{ counts: [5, 0, 12], shown: [5, 0, 12, 17], why: 'nothing is small' },
	{ counts: [2, 0, 0], shown: [null, 0, 0, null], why: 'the total is small too' },
	{ counts: [], shown: [0], why: 'there is nothing' },
])('$counts: $why', ({ counts, shown }) => {
	const { cells, total } = hideSmallCounts(counts);
	expect([...cells, total]).toEqual(shown);
});

/** Every way in which the hidden counts can come to the total that is shown; none but up to so much where it is hidden. */
function waysOf(cells: readonly (number | null)[], total: number | null): readonly number[][] {
	const upTo = total ?? 9;
	const ways = cells.reduce<readonly number[][]>(
		(found, cell) =>
			found.flatMap((way) =>
				(cell === null ? Array.from({ length: upTo + 1 }, (_, count) => count) : [cell])
					.map((count) => [...way, count])
					.filter((longer) => longer.reduce((sum, count) => sum + count, 0) <= upTo),
			),
		[[]],
	);
	return ways.filter((way) => total === null || way.reduce((sum, count) => sum + count, 0) === total);
}

test('no small count is shown, and whoever tries every table that fits cannot say that one of them is small', () => {
	const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 14 })), { maxLength: 4 });
	fc.assert(
		fc.property(counts, (real) => {
			const { cells, total } = hideSmallCounts(real);
			for (const count of [...cells, total]) expect(count === null || count === 0 || count > 4).toBe(true);
			const ways = waysOf(cells, total);
			expect(ways.length).toBeGreaterThan(0);
			for (const [at, count] of real.entries()) {
				if (count === 0 || count > 4) continue;
				const possible = new Set(ways.map((way) => way[at]!));
				expect(possible.has(0)).toBe(true);
				expect(Math.max(...possible)).toBeGreaterThan(4);
			}
		}),
		{ numRuns: 300 },
	);
});

test('the sheet that leaves the team says what is hidden and adds nothing up over its areas', () => {
	const place = (state: 'left' | 'completed') => ({ state, attended: null, plans: 17, isTermOver: true });
	const many = (count: number, state: 'left' | 'completed') => Array.from({ length: count }, () => place(state));
	const names = { completed: 'C', 'in-progress': 'P', 'not-recorded': 'N', left: 'L', removed: 'R' };
	const areas = [
		{ name: 'Northfield', cohorts: 2, places: [...many(2, 'left'), ...many(21, 'completed')] },
		{ name: 'Riverside', cohorts: 3, places: [...many(8, 'left'), ...many(20, 'completed')] },
	];
	expect(retentionTable({ title: 'A programme', names, areas }).rows.slice(0, 4)).toEqual([
		[null, 'A programme'],
		['Area', 'Cohorts', 'C', 'P', 'N', 'L', 'R', 'Had a place'],
		['Northfield', 2, 'hidden', 0, 0, 'hidden', 0, 23],
		['Riverside', 3, 20, 0, 0, 8, 0, 28],
	]);
});
