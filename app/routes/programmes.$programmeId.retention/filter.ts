import { type AreaId, asId } from '#app/domain/shared/ids.ts';
import { COMPARED, type RetentionFilter } from '#app/use-cases/retention/review-programme-retention.ts';

/** The filters in the address; what is no filter of ours is left out, because an old link should still open the page. */
export function readFilter(request: Request): RetentionFilter {
	const asked = new URL(request.url).searchParams;
	const area = asked.get('area');
	return {
		areaId: area ? asId<AreaId>(area) : null,
		compare: COMPARED.find((one) => one === asked.get('compare')) ?? 'cohorts',
	};
}
