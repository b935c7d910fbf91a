import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import { fidelityBand } from '#app/domain/fidelity/adherence.ts';
import { checkBands, withBands } from '#app/domain/fidelity/bands.ts';
import { bandsInWords } from '#app/ui/fidelity/bands-in-words.ts';

test.each([
	[80, 60],
	[100, 0],
	[1, 0],
	[100, 99],
])('good from %i and watch from %i are bands', (good, watch) => {
	expect(checkBands({ good, watch })).toEqual({ done: true, value: { good, watch } });
});

test.each([
	[60, 60, 'out-of-order'],
	[60, 80, 'out-of-order'],
	[0, 0, 'out-of-order'],
	[101, 60, 'not-a-percentage'],
	[80, -1, 'not-a-percentage'],
	[80.5, 60, 'not-a-percentage'],
	[80, Number.NaN, 'not-a-percentage'],
])('good from %d and watch from %d are refused: %s', (good, watch, code) => {
	expect(checkBands({ good, watch })).toMatchObject({ done: false, code });
});

test('the limit that is no percentage is named, and both that are in no order', () => {
	expect(checkBands({ good: 60, watch: 80 })).toMatchObject({ details: { good: 60, watch: 80 } });
	expect(checkBands({ good: 80, watch: 60.5 })).toMatchObject({ details: { limit: 'watch' } });
});

test('the bands that were set read every share, and nothing else of the programme changes', () => {
	const programme = loadContent().programmeOf({ slug: 'caring-dads', version: '1', variant: null });
	const own = withBands(programme, { good: 95, watch: 90 });
	const shares = [95, 94, 90, 89, null];
	expect(shares.map((share) => fidelityBand(share, own.thresholds.fidelityBands))).toEqual([
		...['good', 'watch', 'watch', 'act'],
		null,
	]);
	expect(shares.map((share) => fidelityBand(share, programme.thresholds.fidelityBands)).slice(0, 4)).toEqual([
		...['good', 'good', 'good', 'good'],
	]);
	expect({ ...own, thresholds: null }).toEqual({ ...programme, thresholds: null });
	expect({ ...own.thresholds, fidelityBands: null }).toEqual({ ...programme.thresholds, fidelityBands: null });
	expect(withBands(programme, null)).toBe(programme);
});

test('the bands are said in words, however close they lie', () => {
	expect(bandsInWords({ good: 80, watch: 60 })).toBe(
		'Good is 80% or more, watch is 60% to 79%, and below 60% is to act upon.',
	);
	expect(bandsInWords({ good: 80, watch: 79 })).toContain('watch is 79%, and below 79%');
	expect(bandsInWords({ good: 80, watch: 0 })).toContain('watch is 0% to 79%, and nothing is below that.');
});
