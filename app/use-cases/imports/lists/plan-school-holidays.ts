import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ListFile } from '#app/domain/imports/lists/list-file.ts';
import type { ListRefusal } from '#app/domain/imports/lists/list-reading.ts';
import { holidayLines, holidaysLook } from '#app/domain/imports/school-holidays/holiday-lines.ts';
import { planHolidays } from '#app/domain/imports/school-holidays/plan-holidays.ts';
import { readEvents } from '#app/domain/imports/school-holidays/read-events.ts';
import { readHolidayRows } from '#app/domain/imports/school-holidays/read-holiday-rows.ts';
import type { AreaId, SchoolHolidayId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listSchoolHolidays } from '#db/queries/school-holidays.ts';
import { NOTHING_MADE } from '#db/stores/lists.ts';
import { insertSchoolHoliday } from '#db/stores/places.ts';
import type { ListChoices, ListPlan } from './list-plan.ts';

type Asked = ListChoices & { readonly areaId: AreaId };

/** The school holidays that a list makes for its area beside those that it has; see `planHolidays`. */
export function planSchoolHolidays(
	{ ids, clock }: AppContext,
	db: Db,
	actor: Actor,
	file: ListFile,
	{ areaId, listed, take, leaveOut }: Asked,
): Outcome<ListPlan, ListRefusal> {
	const read = 'events' in file ? done(readEvents(file.events)) : readHolidayRows(file.workbook);
	if (!read.done) return read;
	const plan = planHolidays(read.value, listed, listSchoolHolidays(db, actor, areaId), { take, leaveOut });
	const taken = plan.holidays.filter((holiday) => holiday.taken);
	return done({
		look: holidaysLook(read.value, plan),
		lines: holidayLines(plan),
		store: (tx, importId) => {
			for (const { from: fromDay, to: toDay, label } of taken) {
				const id = ids.next<SchoolHolidayId>();
				insertSchoolHoliday(tx, { id, areaId, fromDay, toDay, label, checkedOn: dayOf(clock.now()), importId });
			}
			return { ...NOTHING_MADE, broughtIn: taken.length };
		},
	});
}
