import { LONGEST_NOTE } from '#app/domain/attendance/check-mark.ts';
import { type Mark, parseMark, parseReason } from '#app/domain/attendance/marks.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import type { SentForm } from '#app/http/read-form.ts';
import type { Choice } from '#app/use-cases/register/sort-choices.ts';

/** The fields of one row; a field's name is one of these, a dash, and the row's key. */
const PARTS = ['version', 'mark', 'minutes', 'reason', 'note'] as const;
export type Part = (typeof PARTS)[number];
export const fieldOf = (part: Part, key: string) => `${part}-${key}`;

/** The box about a concern; apart from the row, because it can be ticked where the mark is fixed. */
export const concernField = (key: string) => `concern-${key}`;

/** The value of the radio that says “not recorded”, or “expected” before the session. */
export const NO_MARK = 'none';
export const LONGEST_TEXT = LONGEST_NOTE;

/** What is wrong with a row whatever the session; the rest is for the rules to say. */
export type RowFault = {
	readonly enrolmentId: EnrolmentId;
	readonly part: Part;
	readonly code: 'answered-twice' | 'unknown-mark' | 'too-long';
};

export type RegisterForm = {
	readonly choices: readonly Choice[];
	readonly restAttended: boolean;
	readonly correctionReason: string | null;
	/** Who was ticked as having concerned the sender. */
	readonly concerns: readonly EnrolmentId[];
	readonly faults: readonly RowFault[];
};

/** Reads the rows of a register, however many there are. Null when it cannot be the form of any register page. */
export function readRegisterForm({ values }: SentForm): RegisterForm | null {
	const keys = new Set(Object.keys(values).flatMap((name) => keyIn(name) ?? []));
	const rows = [...keys].map((key) => readRow(values, key));
	const intent = values.intent ?? 'save';
	const reason = values.correctionReason ?? '';
	if (rows.includes(null) || typeof reason !== 'string' || (intent !== 'save' && intent !== 'rest-attended'))
		return null;
	const read = rows.filter((row) => row !== null);
	return {
		choices: read.map(({ choice }) => choice),
		restAttended: intent === 'rest-attended',
		correctionReason: reason.trim().slice(0, LONGEST_TEXT) || null,
		concerns: Object.keys(values)
			.flatMap((name) => /^concern-(.+)$/.exec(name)?.[1] ?? [])
			.map(asId<EnrolmentId>),
		faults: read.flatMap(({ faults }) => faults),
	};
}

function keyIn(name: string): string | null {
	return /^(?:version|mark|minutes|reason|note)-(.+)$/.exec(name)?.[1] ?? null;
}

function readRow(values: SentForm['values'], key: string) {
	const enrolmentId = asId<EnrolmentId>(key);
	const sent = (part: Part) => values[fieldOf(part, key)];
	const text = (part: Part) => [sent(part) ?? ''].flat()[0]!.trim();
	if (!/^\d{1,9}$/.test(text('version')) || Array.isArray(sent('version'))) return null;
	const mark = text('mark');
	const faults: RowFault[] = PARTS.filter((part) => Array.isArray(sent(part))).map((part) => {
		return { enrolmentId, part, code: 'answered-twice' };
	});
	if (!isAnswer(mark)) faults.push({ enrolmentId, part: 'mark', code: 'unknown-mark' });
	if (text('note').length > LONGEST_TEXT) faults.push({ enrolmentId, part: 'note', code: 'too-long' });
	const entry: MarkEntry = {
		mark: parseMark(mark),
		minutes: text('minutes') === '' ? null : Number(text('minutes')),
		reason: parseReason(text('reason')),
		note: text('note') || null,
	};
	const choice: Choice = { enrolmentId, openedVersion: Number(text('version')), entry: choiceOf(mark, entry) };
	return { choice, faults };
}

function isAnswer(mark: string): mark is Mark | '' | typeof NO_MARK {
	return mark === '' || mark === NO_MARK || parseMark(mark) !== null;
}

/** No radio chosen leaves the row as it is; “not recorded” is an answer like any other. */
function choiceOf(mark: string, entry: MarkEntry): MarkEntry | null {
	if (mark === '') return null;
	return mark === NO_MARK ? { mark: null, minutes: null, reason: null, note: null } : entry;
}
