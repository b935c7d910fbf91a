import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { AreaId, SchoolHolidayId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findSchoolHoliday } from '#db/queries/days-off/school-holidays.ts';
import { deleteSchoolHoliday } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/** Takes a school holiday off its area's list; sessions that moved because of it stay where they are. Answers with the area. */
export function removeSchoolHoliday(
	context: AppContext,
	actor: Actor,
	holidayId: SchoolHolidayId,
): Outcome<AreaId, 'not-found'> {
	const record = ['school-holiday', holidayId] as const;
	return audited(context, { actor, action: 'school-holiday-removed', record }, (tx) => {
		if (!mayAtAll(actor, 'write', 'closures')) return refused('not-found');
		const holiday = findSchoolHoliday(tx, actor, holidayId);
		if (!holiday) return refused('not-found');
		deleteSchoolHoliday(tx, holidayId);
		return done(holiday.areaId);
	});
}
