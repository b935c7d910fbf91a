import type { Actor } from '#app/domain/access/actor.ts';
import { MARK_CODE_LABELS, MARK_CODES } from '#app/domain/imports/marks/mark-codes.ts';
import type { MeaningSource } from '#app/domain/imports/marks/read-mark.ts';
import type { MarkMet, ProposedParticipant, ProposedSession, RegisterProposal } from '#app/domain/imports/proposal.ts';
import { doubtSentence } from '#app/domain/imports/register-sentences.ts';
import { countInWords, dayInWords } from '#app/domain/shared/in-words.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { listLikelyDuplicates } from '#app/use-cases/imports/likely-duplicates.ts';
import type { OpenUpload } from './open-upload.ts';
import { canBeExplained, dateField, datesToAsk, markField } from './reading-form.ts';

export type ReadingView = ReturnType<typeof readingView>;

const SOURCES: Readonly<Record<MeaningSource, string>> = {
	confirmed: 'as you said',
	key: 'by the key on the sheet',
	usual: 'as it usually means',
};

/** Everything that was recognised in the sheet, for a person to confirm or to put right. */
export function readingView(context: RequestContext, actor: Actor, upload: OpenUpload & { plain: RegisterProposal }) {
	const { plain, row, sheets } = upload;
	const likely = listLikelyDuplicates(context.db, actor, plain.participants);
	showsPeople(
		context,
		likely.map(({ personId }) => personId),
	);
	const duplicates = new Map(likely.map((one) => [one.row, one.reference]));
	return {
		kind: 'reading' as const,
		fileName: row.fileName,
		version: row.version,
		sheet: plain.sheet,
		otherRegisters: sheets.length > 0,
		sessions: plain.sessions.map(sessionLine),
		asked: datesToAsk(plain).map((session) => ({
			name: dateField(session),
			legend: session.heading ? `${session.heading}, column ${session.column}` : `Session in column ${session.column}`,
			hint: doubtSentence(session) ?? 'The weekday is unlike the other sessions. Check the day and the month.',
		})),
		marks: plain.marksMet.map(markLine),
		people: plain.participants.map((person) => personLine(person, duplicates.get(person.row) ?? null)),
		meanings: MARK_CODES.map((code) => ({ value: code, label: MARK_CODE_LABELS[code] })),
		notTaken: whatIsNotTaken(plain),
		form: formOf(upload),
	};
}

function sessionLine({ number, column, heading, day, movedFrom, status, reason, dateText }: ProposedSession) {
	const states = {
		held: 'Held',
		cancelled: reason ? `Cancelled: ${reason}` : 'Cancelled',
		scheduled: 'No marks yet',
		doubtful: 'Date in doubt',
	};
	return {
		label: heading ?? `Session ${number}`,
		column,
		day: day ? dayInWords(day) : null,
		movedFrom: movedFrom ? dayInWords(movedFrom) : null,
		typed: dateText?.replace(/\s+/g, ' ').trim() ?? null,
		state: states[status],
		isHeld: status === 'held',
	};
}

function markLine(met: MarkMet, index: number) {
	const { mark, code, source, likely, cells, firstCell } = met;
	const often = likely ? `Often means “${MARK_CODE_LABELS[likely].toLowerCase()}”. Say what it means here.` : null;
	return {
		name: markField(index),
		mark: mark === '' ? '(a formula)' : mark,
		where: cells === 1 ? firstCell : `${countInWords(cells, 'cell')}, first in ${firstCell}`,
		why: code && source ? SOURCES[source] : (often ?? 'Nobody has said what it means.'),
		isKnown: code !== null,
		canBeExplained: canBeExplained(met),
	};
}

function personLine(
	{ row, name, ref, joinedSession, leftAfterSession }: ProposedParticipant,
	duplicate: string | null,
) {
	const joined =
		joinedSession === null ? 'at no session' : joinedSession > 1 ? `joined at session ${joinedSession}` : null;
	const left = leftAfterSession === null ? null : `left after session ${leftAfterSession}`;
	return { row, name, reference: ref, note: [joined, left].filter(Boolean).join(', ') || null, duplicate };
}

function whatIsNotTaken({ otherSheets, layout }: RegisterProposal): readonly string[] {
	return [
		...otherSheets.map(({ name, what }) => `Sheet “${name}”: ${what}`),
		...layout.otherRows.map(({ row, what }) => `Row ${row}: ${what}`),
		...Object.entries(layout.otherColumns).map(([column, what]) => `Column ${column}: ${what}`),
	];
}

function formOf({ plain, choices }: OpenUpload & { plain: RegisterProposal }): FormState {
	const marks = plain.marksMet.map(({ mark, code }, index) => [
		markField(index),
		choices.markMeanings[mark] ?? code ?? '',
	]);
	const dates = datesToAsk(plain).flatMap((session) => {
		const day = choices.sessionDates[session.column] ?? session.day;
		const [year, month, dayOfMonth] = day?.split('-').map(Number) ?? [];
		return [
			[`${dateField(session)}-day`, String(dayOfMonth ?? '')],
			[`${dateField(session)}-month`, String(month ?? '')],
			[`${dateField(session)}-year`, String(year ?? '')],
		];
	});
	return { values: { ...Object.fromEntries([...marks, ...dates]), leftOut: choices.leftOut.map(String) }, errors: {} };
}
