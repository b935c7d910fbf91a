import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { HolidayPlan } from './plan-holidays.ts';
import type { Listed, WrittenHolidays } from './written-holidays.ts';

export type HolidayReport = ReturnType<typeof holidayReport>;

/** A list of school dates as it was read, as a document: lines in = accepted + refused + skipped. */
export function holidayReport(
	{ rows, skipped }: WrittenHolidays,
	{ holidays, refused }: HolidayPlan,
	{ file, listed, asOf }: { readonly file: string; readonly listed: Listed; readonly asOf: CalendarDay },
) {
	return {
		file,
		as_of: asOf,
		lists: listed,
		counts: {
			rows,
			holidays: holidays.length,
			taken: holidays.filter(({ taken }) => taken).length,
			left_out: holidays.filter(({ taken }) => !taken).length,
			refused_rows: new Set(refused.map(({ row }) => row)).size,
			skipped: skipped.length,
		},
		holidays: holidays.map(({ row, label, from, to, notes, taken }) => ({ row, label, from, to, taken, notes })),
		refused,
		skipped,
	};
}
