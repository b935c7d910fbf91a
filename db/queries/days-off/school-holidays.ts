import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { AreaId, SchoolHolidayId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { areas, schoolHolidays } from '../../schema/index.ts';

/** The school holidays of every area, or of this one, in order of their first day; none for who may not read closures. */
export function listSchoolHolidays(db: Db, actor: Actor, areaId?: AreaId) {
	if (!mayAtAll(actor, 'read', 'closures')) return [];
	return selectSchoolHolidays(db)
		.where(areaId === undefined ? undefined : eq(schoolHolidays.areaId, areaId))
		.orderBy(asc(schoolHolidays.fromDay), asc(schoolHolidays.id))
		.all();
}

/** One school holiday; null when there is none or the actor may not read closures. */
export function findSchoolHoliday(db: Db, actor: Actor, holidayId: SchoolHolidayId) {
	if (!mayAtAll(actor, 'read', 'closures')) return null;
	return (
		selectSchoolHolidays(db)
			.where(and(eq(schoolHolidays.id, holidayId)))
			.get() ?? null
	);
}

function selectSchoolHolidays(db: Db) {
	return db
		.select({
			id: schoolHolidays.id,
			areaId: schoolHolidays.areaId,
			area: areas.name,
			from: schoolHolidays.fromDay,
			to: schoolHolidays.toDay,
			label: schoolHolidays.label,
			checkedOn: schoolHolidays.checkedOn,
			importId: schoolHolidays.importId,
		})
		.from(schoolHolidays)
		.innerJoin(areas, eq(areas.id, schoolHolidays.areaId));
}
