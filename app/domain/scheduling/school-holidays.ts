import { daysBetween } from '../shared/calendar-day.ts';
import { type Refused, refused } from '../shared/outcome.ts';
import type { Closure } from './meeting-pattern.ts';

/** The summer takes some seven weeks; longer than this is a slip of the keyboard. */
export const LONGEST_SCHOOL_HOLIDAY = 80;
export const LONGEST_HOLIDAY_LABEL = 60;

export type SchoolHolidayFault = 'ends-before-start' | 'holiday-too-long' | 'holiday-already-there';

/** What is wrong with a school holiday beside those that its area has; null when nothing is. */
export function faultOfSchoolHoliday(
	{ from, to }: Closure,
	there: readonly Closure[],
): Refused<SchoolHolidayFault> | null {
	if (to < from) return refused('ends-before-start', { from, to });
	if (daysBetween(from, to) >= LONGEST_SCHOOL_HOLIDAY)
		return refused('holiday-too-long', { most: LONGEST_SCHOOL_HOLIDAY });
	const same = there.find((other) => other.from === from && other.to === to);
	return same ? refused('holiday-already-there', { label: same.label }) : null;
}
