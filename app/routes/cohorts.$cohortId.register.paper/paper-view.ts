import { MARK_MEANINGS } from '#app/domain/attendance/marks.ts';
import { formatShortDay, formatTime } from '#app/ui/format.ts';
import type { PaperLine, PaperSheet } from '#app/use-cases/register/read-paper.ts';

/** What the sheet shows. */
export function viewOf({ cohort, sessions, lines }: PaperSheet) {
	return {
		cohortId: cohort.id,
		cohort: cohort.name,
		sessions: sessions.map(({ id, planNumber, time }) => ({
			id,
			planNumber,
			day: time ? formatShortDay(time.day) : '',
			time: time ? formatTime(time.startTime) : '',
		})),
		lines: lines.map((line) => ({ ...line, cells: line.cells.map(inCell) })),
	};
}
export type TermPaperView = ReturnType<typeof viewOf>;

/** A letter that is on record already, nothing to be filled in by hand, and a line where nobody is expected. */
function inCell(cell: PaperLine['cells'][number]): string {
	if (cell === 'not-expected') return '—';
	return cell === null ? '' : MARK_MEANINGS[cell].letter;
}
