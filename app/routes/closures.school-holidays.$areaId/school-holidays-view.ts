import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { AreaId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { listSchoolHolidays } from '#db/queries/days-off/school-holidays.ts';
import { findArea } from '#db/queries/places.ts';

export type SchoolHolidaysView = NonNullable<ReturnType<typeof schoolHolidaysView>>;

/** The school holidays of one area: to come, and over. Null when there is no such area for the actor. */
export function schoolHolidaysView({ db, clock }: AppContext, actor: Actor, areaId: AreaId) {
	const area = findArea(db, actor, areaId);
	if (!area) return null;
	const today = dayOf(clock.now());
	const holidays = listSchoolHolidays(db, actor, areaId);
	return {
		areaId,
		area: area.name,
		coming: holidays.filter(({ to }) => to >= today),
		past: holidays.filter(({ to }) => to < today).toReversed(),
		mayChange: mayAtAll(actor, 'write', 'closures'),
		mayImport: mayAtAll(actor, 'write', 'import.school-holidays'),
		seesSessions: mayAtAll(actor, 'write', 'session'),
	};
}
