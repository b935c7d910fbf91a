import { type CalendarDay, daysBetween } from '../shared/calendar-day.ts';

/** How long a gap has been there, in three parts of which none is hidden. */
export const GAP_AGES = ['week', 'month', 'older'] as const;
export type GapAge = (typeof GAP_AGES)[number];

/** In which part a gap lies: up to 7 days, up to 28, or longer; one of which nobody knows since when is new. */
export function ageOfGap(since: CalendarDay | null, today: CalendarDay): GapAge {
	const days = since === null ? 0 : daysBetween(since, today);
	if (days <= 7) return 'week';
	return days <= 28 ? 'month' : 'older';
}

type Dated = { readonly since: CalendarDay | null };

/** The oldest first; those of which nobody knows since when last. Equal ones stay in their order. */
export function oldestFirst<Gap extends Dated>(gaps: readonly Gap[]): readonly Gap[] {
	return gaps.toSorted((one, other) => compare(one.since ?? '9999', other.since ?? '9999'));
}

export type GapCount<Key> = { readonly key: Key; readonly many: number; readonly oldest: CalendarDay | null };

/** How many gaps there are of each, and since when the oldest; the one with the oldest first. A gap may count with several. */
export function countGaps<Key, Gap extends Dated>(
	gaps: readonly Gap[],
	keysOf: (gap: Gap) => readonly Key[],
): readonly GapCount<Key>[] {
	const keyed = oldestFirst(gaps).flatMap((gap) => keysOf(gap).map((key) => ({ key, gap })));
	return [...Map.groupBy(keyed, ({ key }) => key)].map(([key, own]) => ({
		key,
		many: own.length,
		oldest: own[0]!.gap.since,
	}));
}

function compare(one: string, other: string): number {
	return one === other ? 0 : one < other ? -1 : 1;
}
