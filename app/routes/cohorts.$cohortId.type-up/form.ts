import { LONGEST_NOTE } from '#app/domain/attendance/check-mark.ts';
import { MARK_MEANINGS, type Mark, parseReason, type Reason } from '#app/domain/attendance/marks.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import { readTypedMark } from '#app/domain/attendance/typed-mark.ts';
import { asId, type EnrolmentId, type SessionId } from '#app/domain/shared/ids.ts';
import type { SentForm } from '#app/http/read-form.ts';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import type { TypedColumn } from '#app/use-cases/register/type-up.ts';

/** A cell's fields end with its key, the ids of the session and of the place; a session's with the session's. */
export const CELL = 'cell';
export const FROM = 'from';
export const REASON = 'reason';
export const NOTE = 'note';
export const WENT_AHEAD = 'went-ahead';
export const SESSION_VERSION = 'session-version';
export const WHY_NOT = 'why-not';
export const keyOf = (sessionId: string, enrolmentId: string) => `${sessionId}.${enrolmentId}`;
export const field = (name: string, key: string) => `${name}-${key}`;

export type CellFault = {
	readonly key: string;
	readonly name: typeof CELL | typeof NOTE;
	readonly code: 'unreadable' | 'emptied' | 'too-long' | 'session-not-held';
};
/** A mark that is typed and lacks its reason, or the words behind “something else”: asked for in the second step. */
export type Unexplained = { readonly key: string; readonly mark: Mark; readonly reason: Reason };

export type TypeUpForm = {
	readonly columns: readonly TypedColumn[];
	readonly faults: readonly CellFault[];
	readonly unexplained: readonly Unexplained[];
	/** Sessions that did not go ahead and do not say why. */
	readonly withoutWhy: readonly string[];
	readonly correctionReason: string | null;
	/** The fields beside the cells whose text is too long. */
	readonly tooLong: readonly string[];
};

const NOT_RECORDED: MarkEntry = { mark: null, minutes: null, reason: null, note: null };

/** Reads the grid, however many cells it has. Null when it cannot be the form of any page of ours. */
export function readTypeUpForm({ values }: SentForm): TypeUpForm | null {
	const form: FormState = { values, errors: {} };
	const keys = keysOf(values, CELL);
	const sessions = keysOf(values, SESSION_VERSION);
	if (Object.values(values).some((value) => typeof value !== 'string')) return null;
	const cells = keys.map((key) => readCell(form, key));
	if (cells.includes(null)) return null;
	const read = cells.filter((cell) => cell !== null);
	const notHeld = sessions.filter((id) => textOf(form, field(WENT_AHEAD, id)) === 'no');
	const correctionReason = textOf(form, 'correctionReason').trim();
	const contradicting = read.filter(({ choice, key }) => choice?.entry?.mark && notHeld.includes(key.split('.')[0]!));
	return {
		columns: columnsOf(form, read, notHeld),
		faults: [
			...read.flatMap(({ faults }) => faults),
			...contradicting.map(({ key }): CellFault => ({ key, name: CELL, code: 'session-not-held' })),
		],
		unexplained: read.flatMap(({ unexplained }) => unexplained ?? []),
		withoutWhy: notHeld.filter((id) => textOf(form, field(WHY_NOT, id)).trim() === ''),
		...{ correctionReason: correctionReason || null, tooLong: tooLongIn(form, sessions) },
	};
}

function tooLongIn(form: FormState, sessions: readonly string[]): readonly string[] {
	const names = ['correctionReason', ...sessions.map((id) => field(WHY_NOT, id))];
	return names.filter((name) => textOf(form, name).trim().length > LONGEST_NOTE);
}

function keysOf(values: SentForm['values'], name: string): readonly string[] {
	const start = `${name}-`;
	return Object.keys(values).flatMap((one) => (one.startsWith(start) ? [one.slice(start.length)] : []));
}

type ReadCell = NonNullable<ReturnType<typeof readCell>>;

/** What is changed of one cell; null when its hidden field is none of ours. */
function readCell(form: FormState, key: string) {
	const [, version, shown = ''] = /^(\d{1,9}) (.*)$/.exec(textOf(form, field(FROM, key))) ?? [];
	const [sessionId, enrolmentId] = key.split('.');
	if (version === undefined || !sessionId || !enrolmentId) return null;
	const typed = textOf(form, field(CELL, key)).trim();
	const read = { key, choice: null, faults: [] as CellFault[], unexplained: null as Unexplained | null };
	if (typed.toLowerCase() === shown.toLowerCase()) return read;
	const own = readTypedMark(typed);
	if (own.kind === 'empty' || own.kind === 'unreadable') {
		const code = own.kind === 'empty' ? ('emptied' as const) : own.kind;
		return { ...read, faults: [{ key, name: CELL, code } satisfies CellFault] };
	}
	const choice = { enrolmentId: asId<EnrolmentId>(enrolmentId), openedVersion: Number(version) };
	if (own.kind === 'taken-back') return { ...read, choice: { ...choice, entry: NOT_RECORDED } };
	const note = textOf(form, field(NOTE, key)).trim() || null;
	const chosen = parseReason(textOf(form, field(REASON, key)));
	const reason = MARK_MEANINGS[own.mark].needsReason ? (chosen ?? own.reason) : null;
	const entry: MarkEntry = { mark: own.mark, minutes: own.minutes, reason, note: reason === null ? null : note };
	const tooLong = (note?.length ?? 0) > LONGEST_NOTE;
	const faults: CellFault[] = tooLong ? [{ key, name: NOTE, code: 'too-long' }] : [];
	const before = readTypedMark(shown);
	// What stands keeps its reason and its words while the mark is the same: nothing is asked again.
	const isSameMark = before.kind === 'mark' && before.mark === own.mark;
	return { ...read, choice: { ...choice, entry }, faults, unexplained: isSameMark ? null : unexplainedIn(key, entry) };
}

/** No reason at all is asked for, with “no reason given” chosen at first; something else needs its words. */
function unexplainedIn(key: string, { mark, reason, note }: MarkEntry): Unexplained | null {
	if (mark === null || !MARK_MEANINGS[mark].needsReason) return null;
	if (reason === null) return { key, mark, reason: 'not-given' };
	return reason === 'other' && note === null ? { key, mark, reason } : null;
}

function columnsOf(form: FormState, cells: readonly ReadCell[], notHeld: readonly string[]): readonly TypedColumn[] {
	const bySession = Map.groupBy(cells, ({ key }) => key.split('.')[0]!);
	const ids = new Set([...bySession.keys(), ...notHeld]);
	const columns = [...ids].map((id): TypedColumn => {
		const version = Number(textOf(form, field(SESSION_VERSION, id)));
		const reason = textOf(form, field(WHY_NOT, id)).trim();
		return {
			sessionId: asId<SessionId>(id),
			choices: (bySession.get(id) ?? []).flatMap(({ choice }) => choice ?? []),
			notHeld: notHeld.includes(id) ? { version, reason } : null,
		};
	});
	return columns.filter(({ choices, notHeld: gone }) => choices.length > 0 || gone !== null);
}
