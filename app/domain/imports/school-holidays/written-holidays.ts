import type { CalendarDay } from '../../shared/calendar-day.ts';

/** One event of a calendar file, as plain values; a time makes it no whole day. */
export type CalendarEvent = {
	/** Counts from 1, in the order of the file. */
	readonly row: number;
	readonly summary: string;
	readonly start: EventMoment | null;
	/** As the file has it: the day after the last one. Null when it says none. */
	readonly end: EventMoment | null;
	readonly recurs: boolean;
	readonly isCancelled: boolean;
};
export type EventMoment = { readonly day: CalendarDay; readonly minutes: number };

/** What a list of school dates lists. */
export const LISTED = ['holidays', 'terms'] as const;
export type Listed = (typeof LISTED)[number];

/** One line of the list, with its first and last day. */
export type WrittenHoliday = {
	readonly row: number;
	readonly label: string;
	readonly from: CalendarDay;
	readonly to: CalendarDay;
};
export type RefusedHoliday = { readonly row: number; readonly reason: HolidayRefusal; readonly raw: string };
export type HolidayRefusal =
	| 'label-missing'
	| 'formula-in-name'
	| 'date-missing'
	| 'date-unreadable'
	| 'date-impossible'
	| 'dates-in-wrong-order'
	| 'holiday-too-long'
	| 'not-whole-days'
	| 'recurs'
	| 'terms-overlap';

export type WrittenHolidays = {
	/** How many lines the file has, skipped ones apart. */
	readonly rows: number;
	readonly holidays: readonly WrittenHoliday[];
	readonly refused: readonly RefusedHoliday[];
	readonly skipped: readonly { readonly row: number; readonly reason: 'blank' | 'heading-again' | 'cancelled' }[];
};
