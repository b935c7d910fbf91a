import type { CalendarDay } from '../shared/calendar-day.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { type FoundRegister, findRegister } from './find-register.ts';
import { type JudgedRow, judgeCell, judgeColumns, readRows } from './judge-cells.ts';
import type { MarkMeanings } from './marks/mark-codes.ts';
import { readMarkKey } from './marks/mark-key.ts';
import { lexiconOf } from './marks/read-mark.ts';
import type { MarkMet, ProposedMark, ProposedSession, RefusedCell, RegisterProposal } from './proposal.ts';
import { proposeParticipant } from './propose-participants.ts';
import { type ConfirmedDates, type DatedColumn, dateColumns } from './propose-sessions.ts';
import { describeShape, type ProgrammeName, programmeNamed } from './register-shape.ts';
import { warningsOf } from './register-warnings.ts';
import type { Workbook } from './sheet/workbook.ts';

/** `asOf` is today: nothing later has happened. Everything else is what a person has confirmed, or nothing yet. */
export type RegisterQuestion = ConfirmedDates & {
	readonly asOf: CalendarDay;
	readonly sheet?: string | undefined;
	readonly markMeanings?: MarkMeanings | undefined;
	/** The programmes that a title may name. */
	readonly programmes?: readonly ProgrammeName[] | undefined;
};
export type RegisterRefusal = 'no-such-sheet' | 'choose-a-sheet' | 'not-a-register' | 'register-too-large';

/**
 * Reads a team's wall register into a proposal to import, by the key that the team wrote into it and by what a person
 * has confirmed. A mark that nobody explained, a date in doubt and a mark in the future are refused, cell by cell: never
 * taken as present or absent, never dropped. Refused as a whole: a workbook of another kind, or with two registers.
 */
export function proposeRegister(
	workbook: Workbook,
	question: RegisterQuestion,
): Outcome<RegisterProposal, RegisterRefusal> {
	const key = readMarkKey(workbook);
	const lexicon = lexiconOf(key, question.markMeanings ?? {});
	const found = findRegister(workbook, lexicon, question.sheet);
	if ('code' in found) return refused(found.code, found.details);
	const { layout } = found;
	const columns = dateColumns(layout, question, workbook.daySystem);
	const rows = readRows(layout, columns, lexicon);
	const judged = judgeColumns(layout, columns, rows, question.asOf);
	const sessions = columns.map((column, at) => asSession(column, judged[at]!));
	const participants = rows.map((row) => {
		const marks = columns.map((column, at) => judgeCell(row, at, column, judged[at]!, question.asOf));
		return proposeParticipant(layout, row, marks, sessions);
	});
	const refusedCells = rows.flatMap((row, at) => refusedIn(row, participants[at]!.marks));
	const cells = participants.length * sessions.length;
	return done({
		...describe(found, question),
		sessions,
		participants,
		key,
		marksMet: marksMet(rows),
		comments: layout.grid.sheet.comments,
		warnings: warningsOf({ layout, rows, columns, sessions, participants, asOf: question.asOf, lexicon }),
		refused: refusedCells,
		layout: describeShape(layout, rows, sessions),
		totals: { cells, accepted: cells - refusedCells.length, refused: refusedCells.length },
	});
}

function describe({ layout, otherSheets }: FoundRegister, question: RegisterQuestion) {
	const titles = layout.titles.map((title) => title.text);
	return {
		asOf: question.asOf,
		sheet: layout.grid.sheet.name,
		otherSheets,
		titles,
		programme: programmeNamed(titles, question.programmes ?? []),
	};
}

function asSession(column: DatedColumn, judged: Pick<ProposedSession, 'status' | 'reason'>): ProposedSession {
	return {
		number: column.number,
		column: column.letters,
		heading: column.heading,
		day: column.day,
		doubt: column.doubt,
		likelyDay: column.likely,
		dateText: column.dateText,
		movedFrom: column.movedFrom,
		status: judged.status,
		reason: judged.reason,
	};
}

function refusedIn({ cells, person }: JudgedRow, marks: readonly ProposedMark[]): RefusedCell[] {
	return marks.flatMap((mark, at) => {
		if (mark.refusal === null) return [];
		const { reading } = cells[at]!;
		const likely = reading.kind === 'unclear' ? reading.likely : null;
		return [{ cell: mark.cell, code: mark.refusal, raw: mark.raw, row: person.row, session: mark.session, likely }];
	});
}

function marksMet(rows: readonly JudgedRow[]): readonly MarkMet[] {
	const met = new Map<string, MarkMet>();
	for (const { name, reading } of rows.flatMap((row) => row.cells)) {
		if (reading.kind !== 'mark' && reading.kind !== 'unclear') continue;
		const isRead = reading.kind === 'mark';
		const before = met.get(reading.mark);
		met.set(reading.mark, {
			mark: reading.mark,
			code: isRead ? reading.code : null,
			source: isRead ? reading.source : null,
			likely: isRead ? null : reading.likely,
			cells: (before?.cells ?? 0) + 1,
			firstCell: before?.firstCell ?? name,
		});
	}
	return [...met.values()];
}
