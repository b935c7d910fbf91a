import { type CalendarDay, weekdayOf } from '../shared/calendar-day.ts';
import { headingOf } from './find-headings.ts';
import type { JudgedRow, SeenCell } from './judge-cells.ts';
import { readCell } from './marks/read-cell.ts';
import type { Lexicon } from './marks/read-mark.ts';
import type { ProposedMark, ProposedParticipant, ProposedSession } from './proposal.ts';
import type { DatedColumn } from './propose-sessions.ts';
import type { RegisterLayout } from './read-layout.ts';
import { cellName } from './sheet/cell-names.ts';
import type { RegisterWarning } from './warning-codes.ts';

type Read = {
	readonly layout: RegisterLayout;
	readonly rows: readonly JudgedRow[];
	readonly columns: readonly DatedColumn[];
	readonly sessions: readonly ProposedSession[];
	readonly participants: readonly ProposedParticipant[];
	readonly asOf: CalendarDay;
	readonly lexicon: Lexicon;
};

/** What a person should look at before or after the import although nothing of it is refused, gravest kind first. */
export function warningsOf(read: Read): readonly RegisterWarning[] {
	const cells = read.rows.flatMap((row, at) =>
		row.cells.map((cell, index) => ({
			cell,
			mark: read.participants[at]!.marks[index]!,
			session: read.sessions[index]!,
		})),
	);
	return [
		...sessionWarnings(read),
		...columnWarnings(read),
		...cells.filter(isCommentOnBlank).map(({ cell }) => commentOnBlank(cell)),
		...cells.filter(isLateWithoutMinutes).map(({ cell }) => warn(cell.name, 'late-without-minutes')),
		...cells
			.filter(isMarkAtCancelled)
			.map(({ cell }) => warn(cell.name, 'mark-at-cancelled-session', { text: cell.raw })),
		...cells.filter(isMarkFromFormula).map(({ cell }) => warn(cell.name, 'mark-from-formula', { text: cell.raw })),
		...peopleWarnings(read),
		...totalWarnings(read),
	];
}

type Judged = { readonly cell: SeenCell; readonly mark: ProposedMark; readonly session: ProposedSession };

function isCommentOnBlank({ cell, mark }: Judged): boolean {
	return mark.code === 'not-recorded' && cell.reading.kind === 'blank' && cell.comment !== null;
}

function isLateWithoutMinutes({ mark }: Judged): boolean {
	return mark.code === 'late' && mark.minutes === null;
}

function isMarkAtCancelled({ cell, mark }: Judged): boolean {
	return mark.code === 'session-cancelled' && (cell.reading.kind === 'mark' || cell.reading.kind === 'unclear');
}

function isMarkFromFormula({ cell, mark }: Judged): boolean {
	return cell.seen?.isFormula === true && mark.code !== null && cell.reading.kind === 'mark';
}

function commentOnBlank({ name, comment }: SeenCell): RegisterWarning {
	const mayHaveBeen = /\b(here|came|attended|present|there|late|mark(ed)?)\b/i.test(comment ?? '');
	const text = mayHaveBeen ? 'blank cell whose comment says he may have been there' : 'blank cell with a comment';
	return warn(name, 'comment-on-blank-mark', { text: `${text}: stays not-recorded` });
}

function sessionWarnings({ columns, sessions, asOf }: Read): RegisterWarning[] {
	return sessions.flatMap((session, at) => {
		const cell = columns[at]!.dateCell;
		if (session.doubt) return [warn(cell, 'session-date-doubtful', { text: session.doubt })];
		const unmarked = session.status === 'scheduled' && session.day !== null && session.day < asOf;
		const odd = isOddWeekday(session, sessions) ? [warn(cell, 'weekday-unlike-others', { text: session.day! })] : [];
		return unmarked ? [...odd, warn(cell, 'session-without-marks')] : odd;
	});
}

/** Columns beside the sessions that hold marks: a session whose heading is no date would otherwise be lost unseen. */
function columnWarnings({ layout, lexicon }: Read): RegisterWarning[] {
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
		.filter((column) => column > headings.sessionColumns[0]! && !known.includes(column))
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

function peopleWarnings({ layout, participants }: Read): RegisterWarning[] {
	const nameColumn = layout.columns.names[0]!;
	const at = (row: number, column = nameColumn) => cellName(row, column);
	const isTwice = <Of>(values: readonly Of[], value: Of) => values.indexOf(value) !== values.lastIndexOf(value);
	const names = participants.map((person) => person.name.toLowerCase());
	const refs = participants.map((person) => person.ref?.toLowerCase() ?? null);
	const sameRef = participants.filter((_, index) => refs[index] && isTwice(refs, refs[index]!));
	const sameName = participants.filter((_, index) => isTwice(names, names[index]!));
	return [
		...sameRef.map((person) => warn(at(person.row, layout.columns.ref ?? nameColumn), 'same-ref-twice')),
		...sameName.map((person) => warn(at(person.row), 'same-name-twice')),
		...participants
			.filter((person) => /^[=+\-@\t\r]/.test(person.name))
			.map((person) => warn(at(person.row), 'name-like-a-formula')),
		...layout.people.others.flatMap((row) => (row.code ? [warn(at(row.row), row.code)] : [])),
	];
}

function totalWarnings({ layout, participants }: Read): RegisterWarning[] {
	const column = layout.columns.total;
	if (column === null) return [];
	const typed = participants.filter((person) => person.sheetTotalIs === 'number typed over the formula');
	const wrong = participants.filter((person) => person.totalsDisagree);
	return [
		...typed.map((person) => warn(cellName(person.row, column), 'total-typed-over-formula')),
		...wrong.map((person) =>
			warn(cellName(person.row, column), 'total-disagrees', {
				sheet: person.sheetTotal!,
				recount: person.recount.attended_or_late,
			}),
		),
	];
}

function warn(
	cell: string,
	code: RegisterWarning['code'],
	details: Pick<RegisterWarning, 'text' | 'sheet' | 'recount'> = {},
): RegisterWarning {
	return { cell, code, ...details };
}
