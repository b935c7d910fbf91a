import { z } from 'zod';
import { LONGEST_PLAN, MOST_ACTIVITIES, type WrittenActivity } from '#app/domain/programmes/versions/edit-plan.ts';
import type { SentForm } from '#app/http/read-form.ts';

/** The fields of one activity; a field's name is one of these, a dash, and the place of the row on the page. */
const ROW_PARTS = ['key', 'order', 'title', 'minutes', 'kind', 'mechanism', 'remove'] as const;
type RowPart = (typeof ROW_PARTS)[number];
export const fieldOf = (part: RowPart, place: number) => `${part}-${place}`;

/** How many empty rows a page has below the activities of the plan. */
export const EMPTY_ROWS = 2;
const MOST_ROWS = MOST_ACTIVITIES + EMPTY_ROWS;
const LONGEST_TITLE = 200;

export const MINUTES = `Enter minutes as a whole number from 1 to ${LONGEST_PLAN}`;

/** Minutes as they are typed, of a plan or of an activity. */
export const typedMinutes = z
	.string(MINUTES)
	.trim()
	.regex(/^\d{1,3}$/, MINUTES)
	.transform(Number)
	.refine((minutes) => minutes >= 1 && minutes <= LONGEST_PLAN, MINUTES);

type Row = Readonly<Record<RowPart, string>>;
type ReadRow = { readonly place: number; readonly order: number; readonly activity: WrittenActivity };

/**
 * The activities in the order that was typed; equal places stay as they stand on the page, and a row without one comes
 * last. A row that is to be removed is left out, as is an empty one that was not filled in.
 */
export function readRows({ values }: SentForm) {
	const errors: Record<string, string> = {};
	const rows = Array.from({ length: MOST_ROWS }, (_, at) => at + 1).flatMap((place): ReadRow[] => {
		const row = rowAt(values, place, errors);
		if (row.remove !== '' || (row.key === '' && row.title === '' && row.minutes === '')) return [];
		return [readRow(row, place, errors)];
	});
	const inOrder = rows.toSorted((one, other) => one.order - other.order || one.place - other.place);
	return { activities: inOrder.map(({ activity }) => activity), errors };
}

function rowAt(values: SentForm['values'], place: number, errors: Record<string, string>): Row {
	const text = (part: RowPart) => {
		const sent = values[fieldOf(part, place)] ?? '';
		if (typeof sent === 'string') return sent.trim();
		errors[fieldOf(part, place)] = 'Answer this once';
		return '';
	};
	return Object.fromEntries(ROW_PARTS.map((part) => [part, text(part)])) as Row;
}

function readRow(row: Row, place: number, errors: Record<string, string>): ReadRow {
	const find = (part: RowPart, sentence: string) => {
		errors[fieldOf(part, place)] ??= sentence;
	};
	if (row.title === '') find('title', `Enter a title for activity ${place}`);
	if (row.title.length > LONGEST_TITLE) find('title', `Enter at most ${LONGEST_TITLE} characters`);
	const minutes = typedMinutes.safeParse(row.minutes);
	if (!minutes.success) find('minutes', `Activity ${place}: ${minutes.error.issues[0]!.message}`);
	if (row.kind !== 'core' && row.kind !== 'adaptable') find('kind', `Choose the kind of activity ${place}`);
	if (row.mechanism === '') find('mechanism', `Choose what activity ${place} is for`);
	if (!/^\d{0,3}$/.test(row.order)) find('order', `Enter the place of activity ${place} as a number`);
	const { title, mechanism } = row;
	const activity = {
		...{ key: row.key || null, title, mechanism, core: row.kind === 'core' },
		minutes: minutes.data ?? 0,
	};
	return { place, order: row.order === '' ? Number.POSITIVE_INFINITY : Number(row.order), activity };
}
