import { expect, test } from 'vitest';
import { agreementDocument, readRatings, sentenceForRatings } from '#app/domain/statistics/agreement-document.ts';
import { intraclassCorrelation } from '#app/domain/statistics/icc.ts';

// Shrout and Fleiss 1979, table 2.
const SIX_TARGETS = [
	[9, 2, 5, 8],
	[6, 1, 3, 2],
	[8, 4, 6, 8],
	[7, 1, 2, 6],
	[10, 5, 6, 9],
	[6, 2, 4, 7],
];

test('two raters are compared in percent, by kappa and by the intraclass correlations', () => {
	const ratings = [
		[1, 1],
		[2, 2],
		[2, 1],
		[1, 1],
	];
	const document = agreementDocument(ratings);
	expect(document).toMatchObject({ n: 4, same: 3, percent: 75, kappa: { value: 0.5 } });
	const { done, ...value } = intraclassCorrelation(ratings);
	expect(done).toBe(true);
	expect({ value: document.icc }).toEqual(value);
});

test('every two raters of a target are a pair; who did not rate is in none', () => {
	expect(
		agreementDocument([
			[1, 1, 2],
			[3, null, 3],
			[null, null, 4],
		]),
	).toMatchObject({
		n: 4,
		same: 2,
		percent: 50,
		kappa: { notCalculable: 'Cohen’s kappa compares two raters, not 3.' },
		icc: { notCalculable: expect.stringMatching(/\.$/) },
	});
});

test('four raters of six targets have their correlations, and no kappa', () => {
	const document = agreementDocument(SIX_TARGETS);
	expect(document.n).toBe(SIX_TARGETS.length * 6);
	expect(document.icc).toEqual(expect.objectContaining({ '2,1': expect.closeTo(0.29, 2) }));
	expect(document.kappa).toEqual({ notCalculable: 'Cohen’s kappa compares two raters, not 4.' });
});

test('without a pair nothing is a percentage, and kappa says why there is none', () => {
	expect(agreementDocument([[1, null]])).toMatchObject({
		...{ n: 0, same: 0, percent: null },
		kappa: { notCalculable: expect.stringMatching(/\.$/) },
	});
	expect(agreementDocument([])).toMatchObject({
		n: 0,
		kappa: { notCalculable: 'Cohen’s kappa compares two raters, not 0.' },
	});
	expect(
		agreementDocument([
			[7, 7],
			[7, 7],
		]),
	).toMatchObject({ percent: 100, kappa: { notCalculable: expect.stringMatching(/\.$/) } });
});

test('ratings are read as a list alone or by their name', () => {
	const rows = [
		[9, 2],
		[null, 1.5],
	];
	expect(readRatings(rows)).toEqual({ done: true, value: rows });
	expect(readRatings({ ratings: rows, more: 1 })).toEqual({ done: true, value: rows });
});

test.each([undefined, null, 'ratings', 7, {}, [], { ratings: [] }, { ratings: null }, { ratings: {} }])(
	'%j is refused: there are no ratings',
	(json) => expect(sentenceOf(json)).toMatch(/^There are no ratings\. Give \{ "ratings": \[\[9, 2\]/),
);

test.each([
	[[[1, 2], 7], 'Row 2 of the ratings must be a list of numbers, with null for “not rated”.'],
	[['12'], 'Row 1 of the ratings must be a list of numbers, with null for “not rated”.'],
	[[[]], 'Row 1 of the ratings must be a list of numbers, with null for “not rated”.'],
	[[[1, '2']], 'Row 1 of the ratings must be a list of numbers, with null for “not rated”.'],
	[[[1, Number.NaN]], 'Row 1 of the ratings must be a list of numbers, with null for “not rated”.'],
	[
		[
			[1, 2],
			[1, Number.POSITIVE_INFINITY],
		],
		'Row 2 of the ratings must be a list of numbers, with null for “not rated”.',
	],
	[[[1, 2], [1]], 'Row 2 of the ratings must be as long as the first, 2.'],
	[[[1], [1], [1, 2]], 'Row 3 of the ratings must be as long as the first, 1.'],
])('%j is refused with its row', (json, sentence) => expect(sentenceOf(json)).toBe(sentence));

function sentenceOf(json: unknown): string {
	const read = readRatings(json);
	if (read.done) throw new Error('It was read');
	return sentenceForRatings(read);
}
