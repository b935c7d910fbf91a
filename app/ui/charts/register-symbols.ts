import { MARK_MEANINGS, MARKS } from '#app/domain/attendance/marks.ts';
import type { RegisterCell } from '#app/domain/cohorts/register-cell.ts';

export type CellSymbol = { readonly symbol: string; readonly words: string };

const marks = Object.fromEntries(
	MARKS.map((mark) => [mark, { symbol: MARK_MEANINGS[mark].letter, words: MARK_MEANINGS[mark].label }]),
) as Record<(typeof MARKS)[number], CellSymbol>;

/** One sign and its words for each cell of a register; marks carry the letters of the register's keys. */
export const CELL_SYMBOLS: Readonly<Record<RegisterCell, CellSymbol>> = {
	...marks,
	attended: { symbol: '✓', words: MARK_MEANINGS.attended.label },
	'caught-up': { symbol: 'c', words: 'Caught up' },
	'not-recorded': { symbol: '–', words: 'Not yet recorded' },
	cancelled: { symbol: '×', words: 'Session cancelled' },
	'to-come': { symbol: '·', words: 'To come' },
	'not-enrolled': { symbol: '', words: 'Not enrolled' },
};
