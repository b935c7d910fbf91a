import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementOf, agreementTable, kappaBand, sentenceForNoKappa } from '#app/domain/statistics/agreement.ts';
import vectors from '#tests/fixtures/vectors/kappa.json' with { type: 'json' };

for (const { id, table, expected } of vectors.cases) {
	test(`agreement and kappa of ${id} are those of the vector`, () => {
		const { n, agreement, expectedByChance, kappa } = agreementOf(table);
		expect(n).toBe(expected.n);
		closeOrNull(agreement, expected.agreement);
		closeOrNull(expectedByChance, expected.expectedByChance);
		closeOrNull(kappa.done ? kappa.value : null, expected.kappa);
		expect(kappa.done ? kappaBand(kappa.value, n) : null).toBe(expected.band);
	});
}

test('one category and nothing at all are told apart, each in a sentence', () => {
	expect(
		agreementOf([
			[18, 0],
			[0, 0],
		]),
	).toEqual({
		n: 18,
		same: 18,
		agreement: 1,
		expectedByChance: 1,
		kappa: { done: false, code: 'one-category-only', details: {} },
	});
	expect(
		agreementOf([
			[0, 0],
			[0, 0],
		]),
	).toEqual({
		n: 0,
		same: 0,
		agreement: null,
		expectedByChance: null,
		kappa: { done: false, code: 'nothing-rated-by-both', details: {} },
	});
	expect(agreementOf([]).kappa).toMatchObject({ code: 'nothing-rated-by-both' });
	expect(sentenceForNoKappa('one-category-only')).toContain('one and the same category');
	expect(sentenceForNoKappa('nothing-rated-by-both')).toBe('Kappa is not calculable: nothing was rated by both.');
});

test('bands end where the table says, on the unrounded kappa, and fewer than ten pairs have none', () => {
	const at = [-0.001, 0, 0.2, 0.2001, 0.4, 0.4001, 0.6, 0.6001, 0.8, 0.8001, 1];
	expect(at.map((kappa) => kappaBand(kappa, 10))).toEqual([
		'poor',
		'slight',
		'slight',
		'fair',
		'fair',
		'moderate',
		'moderate',
		'substantial',
		'substantial',
		'almost perfect',
		'almost perfect',
	]);
	expect(at.map((kappa) => kappaBand(kappa, 9))).toEqual(at.map(() => null));
});

test('a thing that one of two left out is in no cell', () => {
	const table = agreementTable(
		[
			['a', 'a'],
			['a', 'b'],
			['b', 'b'],
			[null, 'a'],
			['b', null],
			[null, null],
		],
		['a', 'b', 'c'],
	);
	expect(table).toEqual([
		[1, 1, 0],
		[0, 1, 0],
		[0, 0, 0],
	]);
});

test('kappa is that of a slow count over every two answers', () => {
	const rating = fc.constantFrom('a', 'b', 'c', 'd');
	fc.assert(
		fc.property(fc.array(fc.tuple(rating, rating), { minLength: 1, maxLength: 40 }), (pairs) => {
			const { n, same, kappa } = agreementOf(agreementTable(pairs, ['a', 'b', 'c', 'd']));
			const alike = pairs.filter(([one, other]) => one === other).length;
			let byChance = 0;
			for (const [one] of pairs) for (const [, other] of pairs) byChance += one === other ? 1 : 0;
			const [po, pe] = [alike / pairs.length, byChance / pairs.length ** 2];
			expect([n, same]).toEqual([pairs.length, alike]);
			expect(kappa.done).toBe(pe !== 1);
			if (kappa.done) expect(kappa.value).toBeCloseTo((po - pe) / (1 - pe), 10);
		}),
	);
});

test('kappa does not turn on who is named first, nor on the order of the categories, and is never above 1', () => {
	const table = fc.array(fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
	fc.assert(
		fc.property(table, (rows) => {
			const turned = rows.map((_, column) => rows.map((row) => row[column]!));
			const reversed = rows.toReversed().map((row) => row.toReversed());
			const { kappa } = agreementOf(rows);
			expect(agreementOf(turned).kappa).toEqual(kappa);
			expect(agreementOf(reversed).kappa).toEqual(kappa);
			if (kappa.done) expect(kappa.value).toBeLessThanOrEqual(1);
		}),
	);
});

function closeOrNull(value: number | null, wanted: number | null) {
	if (wanted === null) expect(value).toBeNull();
	else expect(value).toBeCloseTo(wanted, 9);
}
