import type { CalendarDay, Weekday } from '../shared/calendar-day.ts';
import type { ClockTime } from '../shared/clock-time.ts';

export const NATIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof NATIONS)[number];

export const NATION_NAMES: Readonly<Record<Nation, string>> = {
	'england-and-wales': 'England and Wales',
	scotland: 'Scotland',
	'northern-ireland': 'Northern Ireland',
};

/** Reads a nation's code; null when it is none of the three. */
export function parseNation(text: string): Nation | null {
	return NATIONS.find((nation) => nation === text) ?? null;
}

/** One meeting a week. */
export type Slot = { readonly weekday: Weekday; readonly startTime: ClockTime };

/** Days, both ends included, on which nothing is held. */
export type Closure = { readonly from: CalendarDay; readonly to: CalendarDay; readonly label: string };

export type BankHoliday = { readonly date: CalendarDay; readonly title: string };

/** Why a slot's day was passed over. */
export type SkipReason = {
	readonly kind: 'bank-holiday' | 'closure' | 'school-holiday' | 'skipped-week';
	readonly label: string;
};
