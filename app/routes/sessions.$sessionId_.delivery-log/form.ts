import { type ActivityRating, parseActivityRating } from '#app/domain/fidelity/activity-ratings.ts';
import type { LogEntry } from '#app/domain/fidelity/check-log.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import type { SentForm } from '#app/http/read-form.ts';

/** The fields of one activity; a field's name is one of these, a dash, and the activity's key. */
const PARTS = ['rating', 'minutes', 'reason'] as const;
export type Part = (typeof PARTS)[number];
export const fieldOf = (part: Part, key: string) => `${part}-${key}`;

export const LONGEST_REASON = 300;
export const LONGEST_NOTE = 2000;

export type EntryFault = {
	readonly activityKey: string;
	readonly part: Part;
	readonly code: 'answered-twice' | 'unknown-rating' | 'too-long';
};

export type LogForm = {
	readonly entries: readonly LogEntry[];
	readonly restAsPlanned: boolean;
	readonly note: string | null;
	readonly deliveredBy: readonly StaffId[];
	/** Null when what was typed is no list of numbers. */
	readonly order: readonly number[] | null;
	readonly openedVersion: number;
	readonly faults: readonly EntryFault[];
};

/** Reads a delivery log, whatever the activities of its plan. Null when it cannot be the form of any log's page. */
export function readLogForm({ values }: SentForm): LogForm | null {
	const { intent = 'save', version = '', note = '', order = '', deliveredBy = [] } = values;
	const isKnown = intent === 'save' || intent === 'as-planned';
	if (!isKnown || typeof version !== 'string' || !/^\d{1,9}$/.test(version) || typeof note !== 'string') return null;
	if (typeof order !== 'string') return null;
	const keys = new Set(Object.keys(values).flatMap((name) => /^(?:rating|minutes|reason)-(.+)$/.exec(name)?.[1] ?? []));
	const read = [...keys].map((key) => readEntry(values, key));
	return {
		entries: read.map(({ entry }) => entry),
		restAsPlanned: intent === 'as-planned',
		note: note.trim() || null,
		deliveredBy: [...new Set([deliveredBy].flat())].map((id) => asId<StaffId>(id)),
		order: readOrder(order),
		openedVersion: Number(version),
		faults: read.flatMap(({ faults }) => faults),
	};
}

export function isNoteTooLong({ note }: Pick<LogForm, 'note'>): boolean {
	return note !== null && note.length > LONGEST_NOTE;
}

/** “2, 1, 3” or “2 1 3”; null for anything that is no list of numbers. */
function readOrder(text: string): readonly number[] | null {
	const parts = text.split(/[\s,;.]+/).filter(Boolean);
	return parts.every((part) => /^\d{1,3}$/.test(part)) ? parts.map(Number) : null;
}

function readEntry(values: SentForm['values'], activityKey: string) {
	const sent = (part: Part) => values[fieldOf(part, activityKey)];
	const text = (part: Part) => [sent(part) ?? ''].flat()[0]!.trim();
	const faults = PARTS.filter((part) => Array.isArray(sent(part))).map((part): EntryFault => {
		return { activityKey, part, code: 'answered-twice' };
	});
	const rating = parseActivityRating(text('rating'));
	if (text('rating') !== '' && !rating) faults.push({ activityKey, part: 'rating', code: 'unknown-rating' });
	if (text('reason').length > LONGEST_REASON) faults.push({ activityKey, part: 'reason', code: 'too-long' });
	const entry: LogEntry = {
		activityKey,
		rating,
		minutes: minutesOf(rating, text('minutes')),
		reason: text('reason') || null,
	};
	return { entry, faults };
}

/** Minutes typed before “not delivered” was chosen are hidden by then, and dropped. */
function minutesOf(rating: ActivityRating | null, text: string): number | null {
	return text === '' || rating === 'not-delivered' ? null : Number(text);
}
