import type { CellReading } from './marks/read-cell.ts';

/** A cell of one person's row, as far as it has been read. */
export type RowCell = { readonly reading: CellReading; readonly merged: boolean };
export type EnrolmentRefusal = 'mark-before-joining' | 'joining-without-a-mark' | 'leaving-contradicted';
export type EnrolmentRead = {
	/** For each session whether he was enrolled, as far as the row says so. */
	readonly enrolled: readonly boolean[];
	readonly refusals: ReadonlyMap<number, EnrolmentRefusal>;
	readonly leavingReason: string | null;
};

/**
 * When a person was enrolled, from words in his row. Joined cells say it for exactly themselves; a single cell “joined
 * wk 3” for the blank ones before session 3, a single “withdrew” for the blank ones after it (joined cells lose their
 * extent in a CSV file). A mark where the words say that he was not there is refused, never dropped.
 * `numbers` are the numbers in the sessions' headings.
 */
export function judgeEnrolment(cells: readonly RowCell[], numbers: readonly number[]): EnrolmentRead {
	const enrolled = cells.map(() => true);
	const refusals = new Map<number, EnrolmentRefusal>();
	cells.forEach((cell, at) => {
		if (cell.reading.kind === 'not-enrolled') enrolled[at] = false;
		if (cell.reading.kind === 'joined') judgeJoining(cells, numbers, at, enrolled, refusals);
		if (cell.reading.kind === 'left') judgeLeaving(cells, at, enrolled, refusals);
	});
	const leaving = cells.findLast((cell, at) => cell.reading.kind === 'left' && !refusals.has(at))?.reading;
	return { enrolled, refusals, leavingReason: leaving?.kind === 'left' ? leaving.reason : null };
}

function judgeJoining(
	cells: readonly RowCell[],
	numbers: readonly number[],
	at: number,
	enrolled: boolean[],
	refusals: Map<number, EnrolmentRefusal>,
): void {
	const { reading, merged } = cells[at]!;
	if (reading.kind !== 'joined') return;
	const start = reading.from === null ? cells.length : numbers.indexOf(reading.from);
	const from = start < 0 ? cells.length : start;
	const saysPresence = reading.inItsSession && (at >= from || (reading.from === null && !merged));
	if (saysPresence) refusals.set(at, 'joining-without-a-mark');
	else enrolled[at] = false;
	cells.forEach((other, index) => {
		const isBefore = reading.from === null || start < 0 ? index < at : index < from;
		if (!isBefore || index === at) return;
		if (isNothing(other.reading)) enrolled[index] = false;
		else if (isMark(other.reading)) refusals.set(index, 'mark-before-joining');
	});
}

function judgeLeaving(
	cells: readonly RowCell[],
	at: number,
	enrolled: boolean[],
	refusals: Map<number, EnrolmentRefusal>,
): void {
	const later = cells.slice(at + 1);
	const cameBack = later.some((cell) => isMark(cell.reading));
	if (cameBack && !cells[at]!.merged) {
		refusals.set(at, 'leaving-contradicted');
		return;
	}
	enrolled[at] = false;
	if (cameBack) return;
	later.forEach((cell, index) => {
		if (isNothing(cell.reading)) enrolled[at + 1 + index] = false;
	});
}

/** Nothing of his own: blank, or the words for a session that nobody had. */
function isNothing(reading: CellReading): boolean {
	return reading.kind === 'blank' || reading.kind === 'no-session';
}

function isMark(reading: CellReading): boolean {
	return reading.kind === 'mark' || reading.kind === 'unclear';
}
