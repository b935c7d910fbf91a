import { type CalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import { formatDate } from './format.ts';

const WEEKS = 26;

/** The half year from today on that the printed plans of a venue and of a member of staff show. */
export function halfYearFrom(today: CalendarDay) {
	const to = plusDays(today, WEEKS * 7);
	return { from: today, to, inWords: `${formatDate(today)} to ${formatDate(to)}` };
}
