import { LONGEST_CONCERN } from '#app/domain/attendance/concern.ts';
import { asId, type ConcernId } from '#app/domain/shared/ids.ts';
import type { SentForm } from '#app/http/read-form.ts';
import type { Saying } from '#app/use-cases/concerns/describe-concerns.ts';

/** The fields of one concern; a field’s name is one of these, a dash, and the concern’s id. */
const PARTS = ['opened', 'words', 'tell'] as const;
export type Part = (typeof PARTS)[number];
export const fieldOf = (part: Part, id: string) => `${part}-${id}`;

export type ConcernsForm = { readonly sayings: readonly Saying[]; readonly errors: Readonly<Record<string, string>> };

/** Reads what was said of each concern. Null when it cannot be the form of any page of concerns. */
export function readConcernsForm({ values }: SentForm): ConcernsForm | null {
	const ids = new Set(Object.keys(values).flatMap((name) => /^(?:opened|words|tell)-(.+)$/.exec(name)?.[1] ?? []));
	const errors: Record<string, string> = {};
	const sayings: Saying[] = [];
	for (const id of ids) {
		const text = (part: Part) => [values[fieldOf(part, id)] ?? ''].flat()[0]!.trim();
		if (!/^\d{1,9}$/.test(text('opened')) || Array.isArray(values[fieldOf('opened', id)])) return null;
		for (const part of ['words', 'tell'] as const) {
			if (Array.isArray(values[fieldOf(part, id)])) errors[fieldOf(part, id)] = 'Answer this once';
		}
		if (!['', 'yes', 'no'].includes(text('tell'))) errors[fieldOf('tell', id)] = 'Choose yes or no';
		if (text('words').length > LONGEST_CONCERN) {
			errors[fieldOf('words', id)] = `What concerned you must be ${LONGEST_CONCERN} characters or fewer`;
		}
		const tellReferrer = text('tell') === '' ? null : text('tell') === 'yes';
		sayings.push({
			id: asId<ConcernId>(id),
			opened: Number(text('opened')),
			words: text('words') || null,
			tellReferrer,
		});
	}
	return { sayings, errors };
}

export const BROKEN_FORM = 'The page was sent incomplete, so nothing was saved. Check what is below and save again';
