import { HOMEWORK_ANSWERS } from '#app/domain/attendance/taking-part.ts';
import { ENGAGEMENT_LEVELS } from '#app/domain/programmes/asks.ts';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import type { SentForm } from '#app/http/read-form.ts';
import type { TakingPartChoice } from '#app/use-cases/taking-part/sort-answers.ts';

/** The fields of one row; a field’s name is one of these, a dash, and the row’s key. */
const PARTS = ['version', 'engagement', 'homework'] as const;
export type Part = (typeof PARTS)[number];
export const fieldOf = (part: Part, key: string) => `${part}-${key}`;

/** The value of the radio that takes an answer back. */
export const NO_ANSWER_YET = 'none';
export const LONGEST_REASON = 200;

export type AnswerFault = {
	readonly enrolmentId: EnrolmentId;
	readonly part: Part;
	readonly code: 'answered-twice' | 'unknown-answer';
};

export type TakingPartForm = {
	readonly choices: readonly TakingPartChoice[];
	readonly correctionReason: string | null;
	readonly faults: readonly AnswerFault[];
	readonly isReasonTooLong: boolean;
};

/** Reads how people took part, however many they are. Null when it cannot be the form of any such page. */
export function readTakingPartForm({ values }: SentForm): TakingPartForm | null {
	const keys = new Set(Object.keys(values).flatMap((name) => keyIn(name) ?? []));
	const rows = [...keys].map((key) => readRow(values, key));
	const reason = values.correctionReason ?? '';
	if (rows.includes(null) || typeof reason !== 'string') return null;
	const read = rows.filter((row) => row !== null);
	return {
		choices: read.map(({ choice }) => choice),
		correctionReason: reason.trim() || null,
		isReasonTooLong: reason.trim().length > LONGEST_REASON,
		faults: read.flatMap(({ faults }) => faults),
	};
}

function keyIn(name: string): string | null {
	return /^(?:version|engagement|homework)-(.+)$/.exec(name)?.[1] ?? null;
}

function readRow(values: SentForm['values'], key: string) {
	const enrolmentId = asId<EnrolmentId>(key);
	const sent = (part: Part) => values[fieldOf(part, key)];
	const text = (part: Part) => [sent(part) ?? ''].flat()[0]!.trim();
	if (!/^\d{1,9}$/.test(text('version')) || Array.isArray(sent('version'))) return null;
	const faults = PARTS.filter((part) => Array.isArray(sent(part))).map((part): AnswerFault => {
		return { enrolmentId, part, code: 'answered-twice' };
	});
	const engagement = answerIn(ENGAGEMENT_LEVELS, text('engagement'));
	const homework = answerIn(HOMEWORK_ANSWERS, text('homework'));
	for (const [part, answer] of [
		['engagement', engagement],
		['homework', homework],
	] as const) {
		if (answer === 'unknown') faults.push({ enrolmentId, part, code: 'unknown-answer' });
	}
	const answer = {
		engagement: engagement === 'unknown' ? undefined : engagement,
		homework: homework === 'unknown' ? undefined : homework,
	};
	const choice: TakingPartChoice = { enrolmentId, openedVersion: Number(text('version')), answer };
	return { choice, faults };
}

/** No radio chosen leaves the part as it is; “not recorded” is an answer like any other. */
function answerIn<Answer extends string | number>(answers: readonly Answer[], text: string) {
	if (text === '') return undefined;
	if (text === NO_ANSWER_YET) return null;
	return answers.find((one) => String(one) === text) ?? 'unknown';
}
