import { type CalendarDay, calendarDay, plusDays } from '../../shared/calendar-day.ts';

/** Which day a workbook counts from: nearly all from 1900, old ones from a Macintosh from 1904. */
export type DaySystem = 1900 | 1904;

const LAST_DAY_COUNTED = { 1900: 2_958_465, 1904: 2_957_003 } as const;

/**
 * The day that a spreadsheet's number stands for; any time of day in its fraction is dropped. The 1900 system believes
 * in a 29 February 1900 (number 60), so 60 is no day and numbers before it count from a day later. Null when no
 * spreadsheet shows it as a date (ECMA-376 part 1, 18.17.4.1).
 */
export function dayOfSerial(serial: number, system: DaySystem): CalendarDay | null {
	const count = Math.floor(serial);
	if (!Number.isFinite(count) || count < 0 || count > LAST_DAY_COUNTED[system]) return null;
	if (system === 1904) return plusDays(calendarDay('1904-01-01'), count);
	if (count === 0 || count === 60) return null;
	return plusDays(calendarDay(count < 60 ? '1899-12-31' : '1899-12-30'), count);
}
