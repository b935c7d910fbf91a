import { ACTION_KINDS, actionsOfKind } from '#app/domain/audit/actions.ts';
import { calendarDayOf, plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { instantOf } from '#app/domain/shared/instant.ts';
import type { FormState } from '#app/ui/form-state.ts';
import type { EntryFilter } from '#db/queries/audit/entries.ts';

const FIELDS = ['staff', 'kind', 'from-day', 'from-month', 'from-year', 'to-day', 'to-month', 'to-year'] as const;
const MIDNIGHT = clockTime('00:00');

export type Asked = { readonly form: FormState; readonly filter: EntryFilter };

/** The filter in the address. A day that does not exist has an error, and does not narrow the list. */
export function readFilter(request: Request): Asked {
	const search = new URL(request.url).searchParams;
	const values = Object.fromEntries(FIELDS.map((name) => [name, search.get(name)?.trim() ?? '']));
	const kind = ACTION_KINDS.find((known) => known === values.kind);
	const [from, to] = [dayIn(values, 'from'), dayIn(values, 'to')];
	const errors: Record<string, string> = {};
	if (from === undefined) errors.from = 'Enter a first day that exists, such as 4 5 2026';
	if (to === undefined) errors.to = 'Enter a last day that exists, such as 4 5 2026';
	const filter = {
		staffId: values.staff ? asId<StaffId>(values.staff) : null,
		actions: kind ? actionsOfKind(kind) : null,
		onlyRefused: values.kind === 'refused',
		from: from ? instantOf(from, MIDNIGHT) : null,
		until: to ? instantOf(plusDays(to, 1), MIDNIGHT) : null,
		people: null,
	};
	return { form: { values, errors }, filter };
}

/** The answers that narrow the list, for the address of its other pages. */
export function answersOf({ values }: FormState): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Record<string, string>;
}

/** Null when no part was given, undefined when what was given is no day. */
function dayIn(values: Readonly<Record<string, string>>, name: string) {
	const parts = ['day', 'month', 'year'].map((part) => values[`${name}-${part}`] ?? '');
	if (parts.every((part) => part === '')) return null;
	if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
	const [day, month, year] = parts.map(Number);
	return calendarDayOf(year!, month!, day!) ?? undefined;
}
