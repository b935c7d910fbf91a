import { MARK_MEANINGS, MARKS } from '#app/domain/attendance/marks.ts';
import type { PaperStyle } from '#app/domain/attendance/paper-names.ts';

export const STYLE_LABELS: Readonly<Record<PaperStyle, string>> = {
	initials: 'Initials',
	references: 'References',
	names: 'Names',
};

/** The letters of the marks in the order in which they spell a word, each with what it means. */
export const LETTERS = [...MARKS]
	.sort((one, other) => orderOf(one) - orderOf(other))
	.map((mark) => ({ mark, letter: MARK_MEANINGS[mark].letter, label: MARK_MEANINGS[mark].label }));

function orderOf(mark: (typeof MARKS)[number]): number {
	return 'PLEANS'.indexOf(MARK_MEANINGS[mark].letter);
}

/** `P Attended · L Late …`: the key below a sheet. */
export const LEGEND = LETTERS.map(({ letter, label }) => `${letter} ${label.toLowerCase()}`).join(' · ');

export const CATCH_UP_SIGN = 'c';
