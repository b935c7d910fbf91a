import { expect, test } from 'vitest';
import { MARK_MEANINGS } from '#app/domain/attendance/marks.ts';
import { REGISTER_CELLS } from '#app/domain/cohorts/register-cell.ts';
import { CELL_SYMBOLS } from '#app/ui/charts/register-symbols.ts';

test('no two cells of a register share a sign or its words', () => {
	const signs = REGISTER_CELLS.map((cell) => CELL_SYMBOLS[cell].symbol);
	const words = REGISTER_CELLS.map((cell) => CELL_SYMBOLS[cell].words);
	expect(new Set(signs).size).toBe(REGISTER_CELLS.length);
	expect(new Set(words).size).toBe(REGISTER_CELLS.length);
});

test('an absence carries the letter of the key that records it', () => {
	expect(CELL_SYMBOLS['absent-notified'].symbol).toBe(MARK_MEANINGS['absent-notified'].letter);
	expect(CELL_SYMBOLS['absent-no-contact'].symbol).toBe(MARK_MEANINGS['absent-no-contact'].letter);
});
