import type { JudgedRow } from './judge-cells.ts';
import { MARK_CODES } from './marks/mark-codes.ts';
import type { ProposedMark, ProposedParticipant, ProposedSession, Recount } from './proposal.ts';
import type { RegisterLayout } from './read-layout.ts';
import { trimmed } from './sheet/grid.ts';
import type { Cell } from './sheet/workbook.ts';

const ALWAYS_COUNTED = new Set([
	'attended',
	'late',
	'absent-notified',
	'absent-no-contact',
	'caught-up',
	'not-recorded',
	'not-enrolled',
	'session-cancelled',
]);

/** A person of the register with all marks, counted again from the marks and held against the sheet's own total. */
export function proposeParticipant(
	layout: RegisterLayout,
	row: JudgedRow,
	marks: readonly ProposedMark[],
	sessions: readonly ProposedSession[],
): ProposedParticipant {
	const { row: number, name, ref } = row.person;
	const recount = countMarks(marks, sessions);
	const total = totalOf(layout, number);
	const enrolled = marks.filter((mark) => mark.code !== 'not-enrolled').map((mark) => mark.session);
	const last = enrolled.at(-1) ?? null;
	return {
		row: number,
		name,
		ref,
		joinedSession: enrolled[0] ?? null,
		leftAfterSession: last === sessions.length ? null : last,
		leavingReason: row.enrolment.leavingReason,
		comments: textOrNull(layout, number),
		marks,
		recount,
		...total,
		totalsDisagree: total.sheetTotal === null ? null : total.sheetTotal !== recount.attended_or_late,
	};
}

/**
 * How often each code stands in the marks. `attended_or_late` is everybody who was in the room, whoever left early
 * included; `held_while_enrolled` leaves out cancelled sessions and those still to come.
 */
export function countMarks(marks: readonly ProposedMark[], sessions: readonly ProposedSession[]): Recount {
	const count = (code: string) => marks.filter((mark) => (mark.code ?? 'refused') === code).length;
	const codes = [...MARK_CODES, 'refused'].filter((code) => ALWAYS_COUNTED.has(code) || count(code) > 0);
	const held = new Set(sessions.filter((session) => session.status === 'held').map((session) => session.number));
	return {
		...Object.fromEntries(codes.map((code) => [code, count(code)])),
		attended_or_late: count('attended') + count('late') + count('left-early'),
		held_while_enrolled: marks.filter((mark) => held.has(mark.session) && mark.code !== 'not-enrolled').length,
	};
}

type SheetTotal = Pick<ProposedParticipant, 'sheetTotal' | 'sheetTotalIs'>;

function totalOf({ grid, columns, people }: RegisterLayout, row: number): SheetTotal {
	const column = columns.total;
	const cell = column === null ? null : grid.at(row, column);
	const text = trimmed(cell);
	if (column === null || !cell || !/^\d+(\.\d+)?$/.test(text)) return { sheetTotal: null, sheetTotalIs: null };
	const others = people.participants
		.filter((person) => person.row !== row)
		.map((person) => grid.at(person.row, column));
	const formulas = others.filter((other) => other?.isFormula).length;
	return { sheetTotal: Number(text), sheetTotalIs: kindOfTotal(cell, formulas * 2 > others.length) };
}

function kindOfTotal(cell: Cell, othersAreFormulas: boolean): ProposedParticipant['sheetTotalIs'] {
	if (cell.isFormula) return 'formula';
	return othersAreFormulas ? 'number typed over the formula' : 'number';
}

function textOrNull({ grid, columns }: RegisterLayout, row: number): string | null {
	return columns.comments === null ? null : trimmed(grid.at(row, columns.comments)) || null;
}
