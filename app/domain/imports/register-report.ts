import type { CalendarDay } from '../shared/calendar-day.ts';
import type { ProposedMark, ProposedParticipant, ProposedSession, RegisterProposal } from './proposal.ts';
import { REGISTER_RULES, yearNote } from './register-rules.ts';

/** The result of reading a register as one plain document: what the command line prints and an import keeps. */
export type RegisterReport = ReturnType<typeof registerReport>;

/** Writes the proposal down in the names that the command line promises; `file` is the name of the file that was read. */
export function registerReport(proposal: RegisterProposal, file: string) {
	const { layout, sessions, participants, totals } = proposal;
	return {
		file,
		as_of: proposal.asOf,
		sheet: proposal.sheet,
		other_sheets: proposal.otherSheets,
		programme: proposal.programme,
		title_rows: layout.titleRows,
		heading_rows: layout.headingRows,
		participant_rows: layout.participantRows,
		rows_that_are_not_participants: layout.otherRows.map(({ row, what }) => ({ row, what })),
		columns_that_are_not_sessions: layout.otherColumns,
		merged_cells_that_matter: layout.mergesThatMatter,
		year_note: yearNote(proposal),
		rules: REGISTER_RULES,
		counts: countsOf(sessions, participants),
		sessions: sessions.map(sessionLine),
		participants: participants.map(participantLine),
		comments: proposal.comments,
		warnings: proposal.warnings,
		refused: proposal.refused.map(({ cell, code, raw, likely }) => ({ cell, code, raw, ...(likely && { likely }) })),
		totals,
	};
}

/** A mark as the command line writes it: `late(15)`, `late(?)`, `absent-notified(sick)`; `refused` where it is not taken. */
export function markText({ code, minutes, reason }: ProposedMark): string {
	if (code === 'late') return `late(${minutes ?? '?'})`;
	if (code === 'left-early' && minutes !== null) return `left-early(${minutes})`;
	if (code === 'absent-notified') return `absent-notified(${reason ?? 'not given'})`;
	return code ?? 'refused';
}

function countsOf(sessions: readonly ProposedSession[], participants: readonly ProposedParticipant[]) {
	const marks = participants.flatMap((person) => person.marks);
	const byCode: Record<string, number> = {};
	for (const { code } of marks) if (code) byCode[code] = (byCode[code] ?? 0) + 1;
	const having = (test: (session: ProposedSession) => boolean) => sessions.filter(test).length;
	return {
		participants: participants.length,
		sessions: sessions.length,
		held: having((session) => session.status === 'held'),
		cancelled: having((session) => session.status === 'cancelled'),
		moved: having((session) => session.movedFrom !== null),
		marks: marks.length,
		marks_by_code: byCode,
	};
}

type SessionLine = {
	readonly session: number;
	readonly column: string;
	readonly heading: string | null;
	readonly date: CalendarDay | null;
	readonly status: string;
	readonly date_cell_text?: string;
	readonly moved_from?: CalendarDay;
	readonly reason?: string;
	readonly doubt?: string;
	readonly likely_date?: CalendarDay;
};

function sessionLine(session: ProposedSession): SessionLine {
	return {
		session: session.number,
		column: session.column,
		heading: session.heading,
		date: session.day,
		status: session.status,
		...(session.dateText !== null && { date_cell_text: session.dateText }),
		...(session.movedFrom && { moved_from: session.movedFrom }),
		...(session.reason && { reason: session.reason }),
		...(session.doubt && { doubt: session.doubt }),
		...(session.doubt && session.likelyDay && { likely_date: session.likelyDay }),
	};
}

function participantLine(person: ProposedParticipant) {
	const bySession = (text: (mark: ProposedMark) => string) =>
		Object.fromEntries(person.marks.map((mark) => [String(mark.session), text(mark)]));
	return {
		row: person.row,
		name: person.name,
		ref: person.ref,
		joined_session: person.joinedSession,
		left_after_session: person.leftAfterSession,
		leaving_reason: person.leavingReason,
		comments: person.comments,
		marks: bySession(markText),
		raw: bySession((mark) => mark.raw),
		recount: person.recount,
		sheet_total: person.sheetTotal,
		sheet_total_is: person.sheetTotalIs,
		totals_disagree: person.totalsDisagree,
	};
}
