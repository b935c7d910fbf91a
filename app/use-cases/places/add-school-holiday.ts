import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Closure } from '#app/domain/scheduling/meeting-pattern.ts';
import { faultOfSchoolHoliday } from '#app/domain/scheduling/school-holidays.ts';
import type { AreaId, SchoolHolidayId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listSchoolHolidays } from '#db/queries/days-off/school-holidays.ts';
import { findArea } from '#db/queries/places.ts';
import { insertSchoolHoliday } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

type Refusal = 'not-found' | 'ends-before-start' | 'holiday-too-long' | 'holiday-already-there';

/**
 * Adds a school holiday to one area, both days included. Cohorts of the area that leave school holidays out keep clear of
 * it from now on; their sessions on it stay until somebody moves them. Refused as `faultOfSchoolHoliday` says.
 */
export function addSchoolHoliday(
	context: AppContext,
	actor: Actor,
	{ areaId, ...holiday }: Closure & { readonly areaId: AreaId },
): Outcome<SchoolHolidayId, Refusal> {
	return audited(context, { actor, action: 'school-holiday-added' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'closures') || !findArea(tx, actor, areaId)) return refused('not-found');
		const fault = faultOfSchoolHoliday(holiday, listSchoolHolidays(tx, actor, areaId));
		if (fault) return fault;
		const id = context.ids.next<SchoolHolidayId>();
		const { from: fromDay, to: toDay, label } = holiday;
		tell({ record: ['school-holiday', id], details: { area: areaId } });
		insertSchoolHoliday(tx, { id, areaId, fromDay, toDay, label, checkedOn: dayOf(context.clock.now()) });
		return done(id);
	});
}
