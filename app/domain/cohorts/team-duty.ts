import { CORRECTION_DAYS } from '../attendance/correction.ts';
import { type CalendarDay, plusDays } from '../shared/calendar-day.ts';

/**
 * Whether the team of a cohort has done with it: the seven days in which its facilitators correct the last register are
 * over. A cohort without any dated session has not met, so its team goes on.
 */
export function isTeamDone(lastDay: CalendarDay | null, today: CalendarDay): boolean {
	return lastDay !== null && today > plusDays(lastDay, CORRECTION_DAYS);
}
