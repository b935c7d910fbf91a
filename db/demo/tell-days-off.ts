import { OPERATOR } from '#app/domain/access/actor.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { addClosure } from '#app/use-cases/places/add-closure.ts';
import { addSchoolHoliday } from '#app/use-cases/places/add-school-holiday.ts';
import { certainly, type Stage } from './stage.ts';

/**
 * The schools of Northfield are closed for a while, and the boiler of its venue will be replaced in a week for which
 * sessions are laid out already: they wait for somebody to move them.
 */
export function tellDaysOff({ context, now, place }: Stage): void {
	const today = dayOf(now);
	const { areaId, venueId } = place('Northfield');
	const holiday = { from: plusDays(today, 38), to: plusDays(today, 51), label: 'School holidays' };
	certainly(addSchoolHoliday(context, OPERATOR, { areaId, ...holiday }));
	const boiler = { from: plusDays(today, 31), to: plusDays(today, 37), label: 'New boiler' };
	certainly(addClosure(context, OPERATOR, { ...boiler, venueId }));
}
