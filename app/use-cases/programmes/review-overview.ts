import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { fateOf } from '#app/domain/attrition/enrolment-funnel.ts';
import { completedShare, stayedShare } from '#app/domain/attrition/stayed.ts';
import { isTermOver } from '#app/domain/cohorts/cohort-state.ts';
import { GAP_TASK_KINDS } from '#app/domain/gaps/gap-kinds.ts';
import { pairOutcomeOf } from '#app/domain/pairs/pair-outcomes.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { ownDesks } from '#app/domain/tasks/desks.ts';
import type { TaskKind } from '#app/domain/tasks/task-kinds.ts';
import { listPairPlaces } from '#db/queries/families/pair-places.ts';
import { listProposed } from '#db/queries/fidelity/proposed-adaptations.ts';
import { listObservationStates } from '#db/queries/observations/cohort-observations.ts';
import { listOwnVersions } from '#db/queries/programmes/own-versions.ts';
import { listOpenTasks } from '#db/queries/tasks/tasks.ts';
import { reviewProgramme } from '../fidelity/review-programme.ts';
import { readGaps } from '../gaps/read-gaps.ts';
import { reviewProgrammeRetention } from '../retention/review-programme-retention.ts';

export type ProgrammeOverview = ReturnType<typeof reviewOverview>;

/**
 * One programme over all its cohorts that the actor may read: what waits for a lead (for leads), the gaps, who stays, the
 * outcomes of linked pairs (for who may see both of their sides), and cohort beside cohort in the order in which they
 * start, which is no ranking. The same number of reads, however many cohorts there are. (§4, §6, §7.9)
 */
export function reviewOverview(context: AppContext, actor: StaffActor, programme: Programme) {
	const retention = reviewProgrammeRetention(context, actor, programme, { areaId: null, compare: 'cohorts' });
	const fidelity = reviewProgramme(context, actor, programme);
	const ids = retention.cohorts.map(({ cohort }) => cohort.id);
	return {
		funnel: retention.funnel,
		places: retention.cohorts.flatMap(({ places }) => places),
		lead: ownDesks(actor).includes('lead') ? leadsPart(context, actor, programme, ids) : null,
		drafts: fidelity.cohorts.filter(({ state }) => state === 'draft'),
		gaps: gapsOf(context, actor, ids),
		pairs: pairsOf(context, actor, ids),
		cohorts: besideOneAnother(context, retention, fidelity),
	};
}

const TOLD_APART: ReadonlySet<TaskKind> = new Set(['adaptation', ...GAP_TASK_KINDS]);

/**
 * What waits for a lead: their tasks about these cohorts, drift among them, and what they alone decide. A proposed
 * adaptation is told once, by itself: its task could be settled and leave it waiting; and a gap once, among the gaps.
 */
function leadsPart({ db }: AppContext, actor: StaffActor, { slug }: Programme, ids: readonly CohortId[]) {
	const own = new Set<string>(ids);
	const tasks = listOpenTasks(db, actor, { own: true }).filter(
		({ desk, cohortId, kind }) => desk === 'lead' && own.has(cohortId) && !TOLD_APART.has(kind),
	);
	const waits = ({ state }: { readonly state: string }) => state === 'submitted' || state === 'corrected';
	return {
		tasks,
		proposed: listProposed(db, actor, ids),
		toRelease: listObservationStates(db, actor, ids).filter(waits),
		versions: listOwnVersions(db, actor, slug).filter(({ state }) => state === 'draft'),
	};
}

/** The gaps of these cohorts that the actor may see and that no lead has accepted. */
function gapsOf(context: AppContext, actor: StaffActor, cohortIds: readonly CohortId[]) {
	return readGaps(context, actor, { cohortIds }).filter(({ acceptance }) => acceptance === null);
}

/** The families of the pairs of these cohorts, each once for each pair; null for who may not see both sides. */
function pairsOf({ db }: AppContext, actor: StaffActor, ids: readonly CohortId[]) {
	const rows = listPairPlaces(db, actor, ids);
	if (!rows) return null;
	const families = Map.groupBy(rows, ({ pairId, familyId }) => `${pairId} ${familyId}`);
	return [...families.values()].map((own) => {
		const fates = (isOfSide: (one: (typeof own)[number]) => boolean) =>
			own.filter(isOfSide).map(({ state, cohortState }) => fateOf({ state, isTermOver: isTermOver(cohortState) }));
		const perpetrator = fates(({ cohortId, pairId }) => cohortId === pairId);
		const survivor = fates(({ cohortId, pairId }) => cohortId !== pairId);
		const { familyId, reference } = own[0]!;
		return { familyId, reference, outcome: pairOutcomeOf({ perpetrator, survivor }) };
	});
}

/** Of each cohort whose logs and places the actor may read: what was held and delivered, who stayed, who completed. */
function besideOneAnother(
	{ content }: AppContext,
	retention: ReturnType<typeof reviewProgrammeRetention>,
	fidelity: ReturnType<typeof reviewProgramme>,
) {
	const delivered = new Map(fidelity.cohorts.map((one) => [one.id, one]));
	return retention.cohorts.flatMap(({ cohort, places }) => {
		const own = delivered.get(cohort.id);
		if (!own) return [];
		const planned = content.programmeOf(cohort).plans.filter(({ kind }) => kind !== 'individual').length;
		const { adherence, band } = own;
		return [
			{
				...{ cohort, planned, held: adherence.sessions, adherence, band },
				stayed: stayedShare(places),
				completed: completedShare(places, cohort.isTermOver),
			},
		];
	});
}
