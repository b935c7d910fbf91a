import type { CalendarDay } from '../shared/calendar-day.ts';
import { headingOf } from './find-headings.ts';
import type { PersonRow } from './find-people.ts';
import { type EnrolmentRead, judgeEnrolment } from './judge-enrolment.ts';
import { judgeSession, type SessionJudged } from './judge-sessions.ts';
import { type CellReading, readCell } from './marks/read-cell.ts';
import type { Lexicon, MarkRead } from './marks/read-mark.ts';
import { reasonKindOf } from './marks/reasons.ts';
import type { CellRefusal, ProposedMark } from './proposal.ts';
import type { DatedColumn } from './propose-sessions.ts';
import type { RegisterLayout } from './read-layout.ts';
import { cellName } from './sheet/cell-names.ts';
import { nearestDay } from './sheet/resolve-dates.ts';
import type { Cell } from './sheet/workbook.ts';

/** One cell where a person's row meets a session's column. */
export type SeenCell = {
	readonly name: string;
	readonly seen: Cell | null;
	readonly raw: string;
	readonly reading: CellReading;
	/** It is one of several joined cells. */
	readonly merged: boolean;
	/** They reach over several people. */
	readonly overSeveralPeople: boolean;
	readonly comment: string | null;
};
export type JudgedRow = {
	readonly person: PersonRow;
	readonly cells: readonly SeenCell[];
	readonly enrolment: EnrolmentRead;
};

/** Reads every cell of the people's rows by itself, and from each row when its person was enrolled. */
export function readRows(layout: RegisterLayout, sessions: readonly DatedColumn[], lexicon: Lexicon): JudgedRow[] {
	const numbers = sessions.map((session) => session.headingNumber);
	return layout.people.participants.map((person) => {
		const cells = sessions.map((session) => seeCell(layout, person.row, session.column, lexicon));
		return { person, cells, enrolment: judgeEnrolment(cells, numbers) };
	});
}

/** What became of each session, heard from its heading and from the cells of those enrolled at the time. */
export function judgeColumns(
	layout: RegisterLayout,
	sessions: readonly DatedColumn[],
	rows: readonly JudgedRow[],
	asOf: CalendarDay,
): readonly SessionJudged[] {
	return sessions.map((session, at) => {
		const cells = rows.filter((row) => row.enrolment.enrolled[at]).map((row) => row.cells[at]!);
		return judgeSession(headingOf(layout.grid, layout.headings, session.column), cells, session.day, asOf);
	});
}

/** What the cell comes to once its row and its column have been heard: a code, or why it is refused. */
export function judgeCell(
	row: JudgedRow,
	at: number,
	session: DatedColumn,
	judged: SessionJudged,
	asOf: CalendarDay,
): ProposedMark {
	const cell = row.cells[at]!;
	const { reading } = cell;
	const plain = { ...EMPTY, cell: cell.name, session: session.number, raw: cell.raw };
	if (!row.enrolment.enrolled[at]) return { ...plain, code: 'not-enrolled' };
	const unsure = row.enrolment.refusals.get(at) ?? (session.day === null ? 'session-date-doubtful' : null);
	if (unsure) return { ...plain, refusal: unsure };
	if (judged.status === 'cancelled') return { ...plain, code: 'session-cancelled' };
	if (reading.kind === 'blank') return { ...plain, code: 'not-recorded' };
	if (reading.kind === 'no-session') return { ...plain, refusal: 'cancelled-for-some' };
	if (session.day! > asOf) return { ...plain, refusal: 'mark-in-the-future' };
	if (reading.kind === 'unclear') return { ...plain, refusal: reading.code };
	if (reading.kind !== 'mark') throw new Error(`${cell.name}: “${reading.kind}” is neither enrolled nor not`);
	const caughtUpOn = reading.caughtUpOn && nearestDay(reading.caughtUpOn, session.day!);
	const refusal = refusalOfMark(reading, cell, caughtUpOn, asOf);
	return refusal ? { ...plain, refusal } : { ...plain, ...detailsOf(reading), caughtUpOn };
}

const EMPTY = {
	code: null,
	refusal: null,
	minutes: null,
	reason: null,
	reasonKind: null,
	note: null,
	caughtUpOn: null,
} as const;

function refusalOfMark(
	reading: MarkRead,
	cell: SeenCell,
	caughtUpOn: CalendarDay | null,
	asOf: CalendarDay,
): CellRefusal | null {
	if (reading.caughtUpOn && caughtUpOn === null) return 'catch-up-unclear';
	if (caughtUpOn !== null && caughtUpOn > asOf) return 'catch-up-in-the-future';
	// A holiday may be written once over two weeks; no other mark says that it holds for each of the joined cells.
	const mayBeJoined = reading.code === 'absent-notified' && !cell.overSeveralPeople;
	return cell.merged && !mayBeJoined ? 'mark-over-several-cells' : null;
}

function detailsOf({ code, minutes, reason, note }: MarkRead) {
	const cause = reason ?? (code === 'late' || code === 'left-early' || code === 'stood-down' ? note : null);
	return { code, minutes, reason, note, reasonKind: cause === null ? null : reasonKindOf(cause) };
}

function seeCell(layout: RegisterLayout, row: number, column: number, lexicon: Lexicon): SeenCell {
	const { grid } = layout;
	const merge = grid.mergeAt(row, column);
	const merged = merge !== null && (merge.top < merge.bottom || merge.left < merge.right);
	const seen = grid.seenAt(row, column);
	const text = seen?.text ?? '';
	return {
		name: cellName(row, column),
		seen,
		raw: merged && text !== '' ? `${text} (merged)` : text,
		reading: readCell(seen, lexicon),
		merged,
		overSeveralPeople: merge !== null && merge.top < merge.bottom,
		comment: grid.commentAt(row, column)?.text ?? null,
	};
}
