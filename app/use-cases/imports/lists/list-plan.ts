import type { ListLine } from '#app/domain/imports/lists/list-line.ts';
import type { ListLook } from '#app/domain/imports/lists/list-look.ts';
import type { WrittenHoliday } from '#app/domain/imports/school-holidays/written-holidays.ts';
import type { AreaId } from '#app/domain/shared/ids.ts';
import type { CohortToStore } from './store-cohorts.ts';
import type { FacilitatorToStore } from './store-facilitators.ts';

/** What comes in of a list, ready to be written. */
export type ToStore =
	| { readonly kind: 'facilitators'; readonly facilitators: readonly FacilitatorToStore[] }
	| { readonly kind: 'cohorts'; readonly cohorts: readonly CohortToStore[] }
	| { readonly kind: 'school-holidays'; readonly areaId: AreaId; readonly holidays: readonly WrittenHoliday[] };

/** Everything that a person looks at before a list is brought in, and what bringing it in writes. */
export type ListPlan = {
	readonly look: ListLook;
	readonly lines: readonly ListLine[];
	readonly toStore: ToStore;
};
