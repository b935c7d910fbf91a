import type { Actor } from '#app/domain/access/actor.ts';
import type { ListChoices } from '#app/domain/imports/lists/list-choices.ts';
import type { ListFile } from '#app/domain/imports/lists/list-file.ts';
import type { ListRefusal } from '#app/domain/imports/lists/list-reading.ts';
import { holidayLines, holidaysLook } from '#app/domain/imports/school-holidays/holiday-lines.ts';
import { planHolidays } from '#app/domain/imports/school-holidays/plan-holidays.ts';
import { readEvents } from '#app/domain/imports/school-holidays/read-events.ts';
import { readHolidayRows } from '#app/domain/imports/school-holidays/read-holiday-rows.ts';
import type { AreaId } from '#app/domain/shared/ids.ts';
import { done, type Outcome } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listSchoolHolidays } from '#db/queries/days-off/school-holidays.ts';
import type { ListPlan } from './list-plan.ts';

type Asked = ListChoices & { readonly areaId: AreaId };

/** The school holidays that a list makes for its area beside those that it has; see `planHolidays`. */
export function planSchoolHolidays(
	db: Db,
	actor: Actor,
	file: ListFile,
	{ areaId, listed, take, leaveOut }: Asked,
): Outcome<ListPlan, ListRefusal> {
	const read = 'events' in file ? done(readEvents(file.events)) : readHolidayRows(file.workbook);
	if (!read.done) return read;
	const plan = planHolidays(read.value, listed, listSchoolHolidays(db, actor, areaId), { take, leaveOut });
	return done({
		look: holidaysLook(read.value, plan),
		lines: holidayLines(plan),
		toStore: { kind: 'school-holidays', areaId, holidays: plan.holidays.filter(({ taken }) => taken) },
	});
}
