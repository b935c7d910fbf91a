import { type CalendarDay, weekdayOf } from '../shared/calendar-day.ts';
import { headingOf } from './find-headings.ts';
import type { JudgedRow } from './judge-cells.ts';
import { readCell } from './marks/read-cell.ts';
import type { Lexicon } from './marks/read-mark.ts';
import type { ProposedParticipant, ProposedSession } from './proposal.ts';
import type { DatedColumn } from './propose-sessions.ts';
import type { RegisterLayout } from './read-layout.ts';
import { cellName } from './sheet/cell-names.ts';
import { type RegisterWarning, warn } from './warning-codes.ts';

/** A register as far as it has been read, to look for what is odd in it. */
export type RegisterRead = {
	readonly layout: RegisterLayout;
	readonly rows: readonly JudgedRow[];
	readonly columns: readonly DatedColumn[];
	readonly sessions: readonly ProposedSession[];
	readonly participants: readonly ProposedParticipant[];
	readonly asOf: CalendarDay;
	readonly lexicon: Lexicon;
};

/** What is odd about the sessions themselves. */
export function sessionWarnings({ columns, sessions, asOf }: RegisterRead): RegisterWarning[] {
	return sessions.flatMap((session, at) => {
		const cell = columns[at]!.dateCell;
		if (session.doubt) return [warn(cell, 'session-date-doubtful', { text: session.doubt })];
		const unmarked = session.status === 'scheduled' && session.day !== null && session.day < asOf;
		const odd = isOddWeekday(session, sessions) ? [warn(cell, 'weekday-unlike-others', { text: session.day! })] : [];
		return unmarked ? [...odd, warn(cell, 'session-without-marks')] : odd;
	});
}

/** Columns beside the sessions that hold marks: a session whose heading is no date would otherwise be lost unseen. */
export function columnWarnings({ layout, lexicon }: RegisterRead): RegisterWarning[] {
	const { grid, headings, columns, people } = layout;
	const known = [
		...headings.sessionColumns,
		...columns.names,
		columns.ref,
		columns.number,
		columns.comments,
		columns.total,
	];
	return Array.from({ length: grid.lastColumn }, (_, at) => at + 1)
		.filter((column) => column > Math.max(...columns.names) && !known.includes(column))
		.filter((column) => {
			const filled = people.participants.flatMap((person) => grid.at(person.row, column) ?? []);
			const read = filled.filter((cell) => readCell(cell, lexicon).kind === 'mark');
			return read.length > 0 && read.length * 2 >= filled.length;
		})
		.map((column) =>
			warn(cellName(headings.dateRow, column), 'column-not-read', { text: headingOf(grid, headings, column) }),
		);
}

/** A day and a month that a spreadsheet swapped by itself often still rise, but rarely keep the weekday of the group. */
function isOddWeekday(session: ProposedSession, sessions: readonly ProposedSession[]): boolean {
	const days = sessions.flatMap((each) => each.day ?? []);
	if (!session.day || session.movedFrom || days.length < 5) return false;
	const same = days.filter((day) => weekdayOf(day) === weekdayOf(session.day!)).length;
	return same < 2 || same * 6 < days.length;
}
