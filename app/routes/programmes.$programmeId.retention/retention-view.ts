import type { StaffActor } from '#app/domain/access/actor.ts';
import { FATES, fateOf } from '#app/domain/attrition/enrolment-funnel.ts';
import { type Programme, SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { curveWords } from '#app/ui/retention/curve-words.ts';
import { exitsAfterSessions } from '#app/ui/retention/exits-after-sessions.ts';
import {
	COMPARED,
	type ProgrammeRetentionReview,
	type RetentionFilter,
	reviewProgrammeRetention,
} from '#app/use-cases/retention/review-programme-retention.ts';
import { benchmarksView } from './benchmarks-view.ts';
import { comparisonView } from './comparison-view.ts';

export type ProgrammeRetentionView = ReturnType<typeof readProgrammeRetention>;

/** All that the page on who stays over the cohorts of a programme shows to this actor. */
export function readProgrammeRetention(
	context: RequestContext,
	actor: StaffActor,
	programme: Programme,
	filter: RetentionFilter,
) {
	const review = reviewProgrammeRetention(context, actor, programme, filter);
	const programmeId = programmeIdOf(programme);
	const { funnel, curve, incidence, byReason } = review;
	const planCount = programme.plans.length;
	const [{ left, removed }] = [funnel[0]!];
	return {
		label: programmeLabel(programme),
		side: SIDE_NAMES[programme.side],
		programmeHref: paths.programme(programmeId),
		fileHref: paths.programmeRetentionFile(programmeId, filter.areaId),
		areas: areaChips(review, programmeId, filter),
		compares: compareChips(review, programmeId, filter),
		planCount,
		funnel,
		curve: curve && curveWords({ ...curve, stayed: curve.people - curve.left - curve.removed }, planCount),
		incidence,
		sessions: exitsAfterSessions(review.bySession, curve?.points ?? [], programme),
		lostBefore: { left, removed },
		readsReasons: review.reasonsNotShown === 0,
		byReason,
		comparison: comparisonView(review, filter.compare, planCount, context.content.programmes),
		cohorts: review.cohorts.map(cohortLine),
		benchmarks: benchmarksView(review),
	};
}

function cohortLine({ cohort, places }: ProgrammeRetentionReview['cohorts'][number]) {
	const href = paths.retention(cohort.id);
	return {
		name: cohort.name,
		area: cohort.area,
		href,
		places: places.length,
		started: places.filter(({ attended }) => attended !== null).length,
		fates: FATES.map((fate) => ({
			fate,
			count: places.filter((place) => fateOf(place) === fate).length,
			href: `${href}#${fate}`,
		})),
	};
}

function areaChips({ ofProgramme }: ProgrammeRetentionReview, programmeId: string, filter: RetentionFilter) {
	const areas = [...Map.groupBy(ofProgramme, ({ areaId }) => areaId)];
	if (areas.length < 2) return [];
	const chip = (areaId: RetentionFilter['areaId'], label: string, count: number) => ({
		...{ label, count, current: filter.areaId === areaId },
		href: paths.programmeRetention(programmeId, { areaId, compare: filter.compare }),
	});
	const named = areas.map(([areaId, own]) => chip(areaId, own[0]!.area, own.length));
	return [
		chip(null, 'All', ofProgramme.length),
		...named.toSorted((one, other) => one.label.localeCompare(other.label)),
	];
}

const COMPARE_LABELS = { cohorts: 'Cohorts', areas: 'Areas', programmes: 'Programmes' } as const;

function compareChips(
	{ cohorts, programmes }: ProgrammeRetentionReview,
	programmeId: string,
	{ areaId, compare }: RetentionFilter,
) {
	const counts = {
		cohorts: cohorts.length,
		areas: new Set(cohorts.map(({ cohort }) => cohort.areaId)).size,
		programmes,
	};
	return COMPARED.map((one) => ({
		label: COMPARE_LABELS[one],
		count: counts[one],
		href: `${paths.programmeRetention(programmeId, { areaId, compare: one })}#compared-heading`,
		current: one === compare,
	}));
}
