import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ICC_FORMS, intraclassCorrelation, sentenceForNoIcc } from '#app/domain/statistics/icc.ts';

// Shrout and Fleiss 1979, table 2: six targets, four judges. The six values as the R package psych prints them.
const SHROUT_FLEISS = [
	[9, 2, 5, 8],
	[6, 1, 3, 2],
	[8, 4, 6, 8],
	[7, 1, 2, 6],
	[10, 5, 6, 9],
	[6, 2, 4, 7],
];

test('the six forms of Shrout and Fleiss’s own example', () => {
	const { '1,1': a, '2,1': b, '3,1': c, '1,k': d, '2,k': e, '3,k': f } = valuesOf(SHROUT_FLEISS);
	expect([a, b, c, d, e, f].map((value) => value!.toFixed(2))).toEqual([
		'0.17',
		'0.29',
		'0.71',
		'0.44',
		'0.62',
		'0.91',
	]);
	expect([a, b, c, d, e, f].map((value) => value!.toFixed(4))).toEqual([
		'0.1657',
		'0.2898',
		'0.7148',
		'0.4428',
		'0.6201',
		'0.9093',
	]);
});

test('what cannot be calculated is said, never guessed', () => {
	const codeOf = (rows: readonly (readonly (number | null)[])[]) => {
		const outcome = intraclassCorrelation(rows);
		return outcome.done ? 'done' : outcome.code;
	};
	expect(codeOf([])).toBe('one-rater');
	expect(codeOf([[1], [2], [3]])).toBe('one-rater');
	expect(codeOf([[1, 2]])).toBe('too-few-targets');
	expect(
		codeOf([
			[1, 2],
			[3, null],
			[null, 4],
		]),
	).toBe('too-few-targets');
	expect(
		intraclassCorrelation([
			[1, 2],
			[3, null],
		]),
	).toMatchObject({ details: { targets: 1 } });
	expect(
		codeOf([
			[4, 4],
			[4, 4],
			[4, 4],
		]),
	).toBe('targets-alike');
	expect(
		codeOf([
			[1, 3],
			[3, 1],
		]),
	).toBe('targets-alike');
	expect(
		codeOf([
			[0.1, 0.2],
			[0.2, 0.1],
			[0.15, 0.15],
		]),
	).toBe('targets-alike');
	expect(
		codeOf([
			[1, 2],
			[3, 4],
		]),
	).toBe('done');
	expect(sentenceForNoIcc('one-rater')).toContain('two raters');
	expect(sentenceForNoIcc('too-few-targets')).toContain('two targets');
	expect(sentenceForNoIcc('targets-alike')).toBe(
		'The intraclass correlation is not calculable: the targets were all rated alike on average, so there is nothing to tell apart.',
	);
});

test('a target that somebody did not rate is left out, not filled in', () => {
	expect(valuesOf([...SHROUT_FLEISS, [1, null, 1, 1]])).toEqual(valuesOf(SHROUT_FLEISS));
});

test('raters who agree fully have 1 in every form; a constant difference spoils absolute agreement only', () => {
	const alike = valuesOf([
		[1, 1],
		[2, 2],
		[5, 5],
	]);
	expect(ICC_FORMS.map((form) => alike[form])).toEqual([1, 1, 1, 1, 1, 1].map((one) => expect.closeTo(one, 12)));
	const shifted = valuesOf([
		[1, 3],
		[2, 4],
		[5, 7],
	]);
	expect([shifted['3,1'], shifted['3,k']]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
	expect(shifted['2,1']!).toBeLessThan(1);
	expect(shifted['1,1']!).toBeLessThan(shifted['2,1']!);
});

test('a form whose denominator is not above 0 has no value', () => {
	// Targets 0.25, raters 2.25, residual 72.25: 0.25 + (2.25 − 72.25)/2 is below 0.
	const values = valuesOf([
		[0, 10],
		[9, 2],
	]);
	expect(values['2,k']).toBeNull();
	expect(values['2,1']).toBeCloseTo(-28.8, 9);
	expect(values['3,k']).toBeCloseTo(-288, 9);
});

const tables = fc.integer({ min: 2, max: 6 }).chain((raters) =>
	fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: raters, maxLength: raters }), {
		minLength: 2,
		maxLength: 9,
	}),
);

test('every form is that of a slow reckoning from variances and residuals', () => {
	fc.assert(
		fc.property(tables, (rows) => {
			const slow = slowForms(rows);
			const outcome = intraclassCorrelation(rows);
			expect(outcome.done).toBe(slow !== null);
			if (!outcome.done || !slow) return;
			for (const form of ICC_FORMS) {
				const [above, below] = slow[form];
				if (below > 1e-9) expect(outcome.value[form]).toBeCloseTo(above / below, 7);
				else if (below < -1e-9) expect(outcome.value[form]).toBeNull();
			}
		}),
	);
});

test('stretching or shifting the scale changes nothing', () => {
	fc.assert(
		fc.property(tables, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (rows, shift, stretch) => {
			const outcome = intraclassCorrelation(rows);
			const moved = intraclassCorrelation(rows.map((row) => row.map((rating) => rating * stretch + shift)));
			expect(moved.done).toBe(outcome.done);
			if (!outcome.done || !moved.done) return;
			expect(moved.value['3,1']).toBeCloseTo(outcome.value['3,1']!, 7);
			expect(moved.value['1,1']).toBeCloseTo(outcome.value['1,1']!, 7);
		}),
	);
});

function valuesOf(rows: readonly (readonly (number | null)[])[]) {
	const outcome = intraclassCorrelation(rows);
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}

/** [above, below] of each form. W from each row’s own variance; E from what row and column do not explain. */
function slowForms(rows: readonly (readonly number[])[]) {
	const [n, k] = [rows.length, rows[0]!.length];
	const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
	const variance = (some: readonly number[]) =>
		some.reduce((sum, one) => sum + (one - mean(some)) ** 2, 0) / (some.length - 1);
	const [rowMeans, columnMeans] = [rows.map(mean), rows[0]!.map((_, at) => mean(rows.map((row) => row[at]!)))];
	const grand = mean(rows.flat());
	const B = k * variance(rowMeans);
	if (B < 1e-9) return null;
	const W = mean(rows.map(variance));
	const J = n * variance(columnMeans);
	let left = 0;
	for (let i = 0; i < n; i += 1)
		for (let j = 0; j < k; j += 1) left += (rows[i]![j]! - rowMeans[i]! - columnMeans[j]! + grand) ** 2;
	const E = left / ((n - 1) * (k - 1));
	return {
		'1,1': [B - W, B + (k - 1) * W],
		'2,1': [B - E, B + (k - 1) * E + (k * (J - E)) / n],
		'3,1': [B - E, B + (k - 1) * E],
		'1,k': [B - W, B],
		'2,k': [B - E, B + (J - E) / n],
		'3,k': [B - E, B],
	} as const;
}
