import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Made, NOTHING_MADE } from '#app/domain/imports/lists/made.ts';
import type { ImportId, SchoolHolidayId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { insertSchoolHoliday } from '#db/stores/places.ts';
import type { ToStore } from './list-plan.ts';
import { storePlannedCohort } from './store-cohorts.ts';
import { storeFacilitators } from './store-facilitators.ts';

/** Writes what comes in of a list, as made by this import; answers with what has to go when it is undone. */
export function storeList(context: AppContext, tx: Db, actor: Actor, toStore: ToStore, importId: ImportId): Made {
	switch (toStore.kind) {
		case 'facilitators':
			return storeFacilitators(context, tx, actor, toStore.facilitators, importId);
		case 'cohorts': {
			const { cohorts } = toStore;
			for (const cohort of cohorts) storePlannedCohort(context, tx, actor, { ...cohort, importId });
			return { ...NOTHING_MADE, broughtIn: cohorts.length };
		}
		case 'school-holidays': {
			const { areaId, holidays } = toStore;
			const checkedOn = dayOf(context.clock.now());
			for (const { from: fromDay, to: toDay, label } of holidays) {
				const id = context.ids.next<SchoolHolidayId>();
				insertSchoolHoliday(tx, { id, areaId, fromDay, toDay, label, checkedOn, importId });
			}
			return { ...NOTHING_MADE, broughtIn: holidays.length };
		}
	}
}
