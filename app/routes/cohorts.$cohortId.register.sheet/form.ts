import { LONGEST_NOTE } from '#app/domain/attendance/check-mark.ts';
import { parseMark, parseReason } from '#app/domain/attendance/marks.ts';
import type { SheetDifference } from '#app/domain/imports/again/compare-sheet.ts';
import { asId, type EnrolmentId, type SessionId } from '#app/domain/shared/ids.ts';
import type { SentForm } from '#app/http/read-form.ts';
import { textOf } from '#app/ui/form-state.ts';
import type { TypedColumn } from '#app/use-cases/register/type-up.ts';

/** A difference as the page sends it back: the version that was looked at, and what the row becomes. */
export function fieldsOf({ session, row, would }: SheetDifference) {
	const key = `${session.id}.${row.enrolmentId}`;
	const { mark, minutes, reason, note } = would;
	return { name: `mark-${key}`, value: JSON.stringify([row.version, mark, minutes, reason, note]) };
}

/** Reads what the dry run sent back; null when it cannot be one of ours. */
export function readSheetForm({ values }: SentForm): { readonly columns: readonly TypedColumn[] } | null {
	const form = { values, errors: {} };
	const marks = Object.keys(values).filter((name) => name.startsWith('mark-'));
	const read = marks.map((name) => readMark(name.slice('mark-'.length), textOf(form, name)));
	if (read.length === 0 || read.includes(null)) return null;
	const bySession = Map.groupBy(
		read.filter((one) => one !== null),
		({ sessionId }) => sessionId,
	);
	return {
		columns: [...bySession].map(([sessionId, all]) => ({
			sessionId,
			choices: all.map(({ choice }) => choice),
			notHeld: null,
		})),
	};
}

function readMark(key: string, text: string) {
	const [sessionId, enrolmentId] = key.split('.');
	const parts = parsed(text);
	if (!sessionId || !enrolmentId || parts?.length !== 5) return null;
	const [version, code, minutes, reason, note] = parts;
	const mark = parseMark(String(code));
	const isWhole = (value: unknown) => value === null || Number.isSafeInteger(value);
	// The dry run takes no longer note than a register does, so that a longer one is not from our page.
	const isNote = note === null || (typeof note === 'string' && note.length <= LONGEST_NOTE);
	if (!Number.isSafeInteger(version) || mark === null || !isWhole(minutes) || !isNote) return null;
	const entry = {
		mark,
		minutes: minutes as number | null,
		reason: reason === null ? null : parseReason(String(reason)),
		note: note as string | null,
	};
	const choice = { enrolmentId: asId<EnrolmentId>(enrolmentId), openedVersion: version as number, entry };
	return { sessionId: asId<SessionId>(sessionId), choice };
}

function parsed(text: string): readonly unknown[] | null {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? value : null;
	} catch {
		// Not what our page sends: the whole form is refused with a sentence.
		return null;
	}
}
