import { columnWarnings, type RegisterRead, sessionWarnings } from './column-warnings.ts';
import type { SeenCell } from './judge-cells.ts';
import type { ProposedMark, ProposedSession } from './proposal.ts';
import { cellName } from './sheet/cell-names.ts';
import { type RegisterWarning, warn } from './warning-codes.ts';

/** What a person should look at before or after the import although nothing of it is refused, gravest kind first. */
export function warningsOf(read: RegisterRead): readonly RegisterWarning[] {
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

function peopleWarnings({ layout, participants }: RegisterRead): RegisterWarning[] {
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

function totalWarnings({ layout, participants }: RegisterRead): RegisterWarning[] {
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
