import { expect, test } from 'vitest';
import { instant } from '#app/domain/shared/instant.ts';
import { writtenAlone } from '#app/domain/shared/written-alone.ts';

/** Versions one after the other, saved at these minutes past nine. */
const saved = (...minutes: readonly number[]) =>
	minutes.map((minute, at) => ({
		version: at + 1,
		savedAt: instant(`2026-01-13T21:${String(minute).padStart(2, '0')}:00Z`),
	}));

test.each([
	['each wrote once', [1], [5], [1, 1]],
	['who was first corrected theirs before there was another', [1, 3], [5], [2, 1]],
	['both corrected once both could be read', [1, 3, 8], [5, 6, 9], [2, 1]],
	['the second saved again within the second of their first', [1], [5, 5], [1, 1]],
	['the first saved again within the second in which the other came', [1, 5], [5], [1, 1]],
	['both saved at once, and again', [5, 5], [5, 5], [1, 1]],
])('%s: what counts is what nobody could have copied', (_, one, other, versions) => {
	const [first, second] = [saved(...one), saved(...other)];
	expect(writtenAlone(first, second)!.map(({ version }) => version)).toEqual(versions);
	expect(writtenAlone(second.toReversed(), first)!.map(({ version }) => version)).toEqual(versions.toReversed());
});

test('without a version of both there is nothing to compare', () => {
	expect(writtenAlone([], saved(1))).toBeNull();
	expect(writtenAlone(saved(1), [])).toBeNull();
});
