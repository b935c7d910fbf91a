import { COHORT_STATES, type CohortState } from '#app/domain/cohorts/cohort.ts';
import { type AreaId, asId } from '#app/domain/shared/ids.ts';

export type ListFilter = { readonly state: CohortState | null; readonly areaId: AreaId | null; readonly page: number };

/** The filters in the address; what is no filter of ours is left out, because an old link should still open the list. */
export function readFilter(request: Request): ListFilter {
	const asked = new URL(request.url).searchParams;
	const area = asked.get('area');
	const page = asked.get('page') ?? '';
	return {
		state: COHORT_STATES.find((state) => state === asked.get('state')) ?? null,
		areaId: area ? asId<AreaId>(area) : null,
		page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
	};
}
