import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { benchmarksFor, localFigures } from '#app/domain/attrition/benchmark.ts';
import { enrolmentFunnel } from '#app/domain/attrition/enrolment-funnel.ts';
import { parseExitReason } from '#app/domain/attrition/exit-reasons.ts';
import { outcomesOfTerms } from '#app/domain/attrition/outcomes-of-terms.ts';
import { type RetentionObservation, retentionOfPlaces } from '#app/domain/attrition/retention.ts';
import { type ExitFact, exitsByReason, exitsBySession } from '#app/domain/attrition/where-people-leave.ts';
import { isTermOver } from '#app/domain/cohorts/cohort-state.ts';
import { compareRetention } from '#app/domain/cohorts/compare-retention.ts';
import { incidencePoints } from '#app/domain/cohorts/incidence-points.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { countsWith } from '#app/domain/programmes/variant.ts';
import type { AreaId } from '#app/domain/shared/ids.ts';
import {
	listRetentionCohorts,
	listRetentionPlaces,
	type RetentionCohort,
	type RetentionPlace,
} from '#db/queries/retention/programme-retention.ts';

export const COMPARED = ['cohorts', 'areas', 'programmes'] as const;
export type RetentionFilter = { readonly areaId: AreaId | null; readonly compare: (typeof COMPARED)[number] };
export type ProgrammeRetentionReview = ReturnType<typeof reviewProgrammeRetention>;

type CohortOfReview = RetentionCohort & {
	readonly isOwn: boolean;
	readonly plans: number;
	readonly isTermOver: boolean;
};
type PlaceOfReview = RetentionPlace & {
	readonly cohort: CohortOfReview;
	readonly plans: number;
	readonly isTermOver: boolean;
};

/**
 * Who stays over all cohorts of a programme that the actor may read, in the area that is asked for, and how cohorts, areas
 * or the programmes of its side compare. Two reads, however many cohorts there are. A version counts with its variants.
 */
export function reviewProgrammeRetention(
	{ db, content }: AppContext,
	actor: Actor,
	programme: Programme,
	{ areaId, compare }: RetentionFilter,
) {
	const all = listRetentionCohorts(db, actor, programme.side).map((cohort): CohortOfReview => {
		const plans = content.programmeOf(cohort).plans.length;
		return { ...cohort, isOwn: countsWith(programme, cohort), plans, isTermOver: isTermOver(cohort.state) };
	});
	const shown = all.filter((cohort) => areaId === null || cohort.areaId === areaId);
	const read = compare === 'programmes' ? shown : shown.filter(({ isOwn }) => isOwn);
	const places = readPlaces(db, actor, read);
	const own = places.filter(({ cohort }) => cohort.isOwn);
	const retention = { observations: observe(own, () => 'all') };
	const exits = own.flatMap(exitOf);
	const outcomes = outcomesOfTerms(own);
	return {
		/** Of the programme, whatever the area: what there is to choose from. */
		ofProgramme: all.filter(({ isOwn }) => isOwn),
		cohorts: shown
			.filter(({ isOwn }) => isOwn)
			.map((cohort) => ({ cohort, places: own.filter((place) => place.cohort === cohort) })),
		/** Programmes of its side that have a cohort to compare it with. */
		programmes: new Set(shown.map(programmeIdOf)).size,
		funnel: enrolmentFunnel(own),
		curve: compareRetention(retention.observations).groups[0] ?? null,
		incidence: incidencePoints(retention),
		bySession: exitsBySession(exits),
		byReason: exitsByReason(exits),
		reasonsNotShown: own.filter(({ exitKind, exitReason }) => exitKind !== null && exitReason === null).length,
		comparison: compareRetention(observe(places, (cohort) => groupOf(cohort, compare))),
		outcomes,
		benchmarks: benchmarksFor(content.benchmarks, programme).map((benchmark) => ({
			benchmark,
			ours: localFigures(benchmark, outcomes),
		})),
	};
}

function readPlaces(db: AppContext['db'], actor: Actor, cohorts: readonly CohortOfReview[]): readonly PlaceOfReview[] {
	const byId = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
	return listRetentionPlaces(db, actor, [...byId.keys()]).map((place) => {
		const cohort = byId.get(place.cohortId)!;
		return { ...place, cohort, plans: cohort.plans, isTermOver: cohort.isTermOver };
	});
}

/** Cohort by cohort, because who is still there is watched up to the last session of their own cohort. */
function observe(places: readonly PlaceOfReview[], group: (cohort: CohortOfReview) => string): RetentionObservation[] {
	return [...Map.groupBy(places, ({ cohort }) => cohort)].flatMap(
		([cohort, own]) => retentionOfPlaces(own, cohort.lastHeld, group(cohort)).observations,
	);
}

function groupOf(cohort: CohortOfReview, compare: RetentionFilter['compare']): string {
	if (compare === 'areas') return cohort.areaId;
	return compare === 'programmes' ? programmeIdOf(cohort) : cohort.id;
}

function exitOf({ exitKind, exitReason, attended }: PlaceOfReview): readonly ExitFact[] {
	if (exitKind === null) return [];
	return [{ kind: exitKind, reason: parseExitReason(exitReason ?? ''), lastAttended: attended?.last ?? null }];
}
