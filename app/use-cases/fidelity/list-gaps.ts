import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { chooseLog } from '#app/domain/fidelity/delivery-log.ts';
import { type GapFacts, type GapKind, gapsOf } from '#app/domain/fidelity/gaps.ts';
import { standingDraw } from '#app/domain/observations/observation-plan.ts';
import { type Programme, planNumbered } from '#app/domain/programmes/programme.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { hasLapsed } from '#app/domain/team/accreditation.ts';
import { listDecided, listJoiners, listNotDelivered } from '#db/queries/home/gap-facts.ts';
import { listObservationStates } from '#db/queries/observations/cohort-observations.ts';
import { listDraws } from '#db/queries/observations/draws.ts';
import { teamsOf } from '#db/queries/planning/occupied-times.ts';
import { listFacilitatorFacts } from '#db/queries/team/facilitator-facts.ts';
import type { WorkingSession } from '#db/queries/today.ts';

export type Gap = { readonly kind: GapKind; readonly of: WorkingSession };

/**
 * The gaps of these sessions as they stand now, in the order of the sessions, in eleven reads however many there are. For
 * who may read the logs and the people of their cohorts.
 */
export function listGaps(context: AppContext, actor: StaffActor, all: readonly WorkingSession[]): readonly Gap[] {
	const read = readFacts(context, actor, all);
	const now = context.clock.now();
	return all.flatMap((of) => gapsOf(read(of), now).map((kind) => ({ kind, of })));
}

function readFacts(
	{ db, content }: AppContext,
	actor: StaffActor,
	all: readonly WorkingSession[],
): (of: WorkingSession) => GapFacts {
	const cohortIds = [...new Set(all.map(({ cohort }) => cohort.id))];
	const logs = Map.groupBy(listNotDelivered(db, actor, cohortIds), ({ sessionId }) => sessionId);
	const planOf = (cohortId: string, planNumber: number) => `${cohortId} ${planNumber}`;
	const joiners = Map.groupBy(listJoiners(db, actor, cohortIds), (one) => planOf(one.cohortId, one.planNumber));
	const decided = listDecided(db, actor, cohortIds);
	const standing = new Set(all.filter(({ session }) => session.state !== 'cancelled').map(planKey));
	const lapsedAt = readLapsed(db, all);
	const observingOf = readObserving(db, actor, cohortIds);
	return (of) => {
		const { session, cohort, counts } = of;
		const programme = content.programmeOf(cohort);
		const isOfTerm = session.kind !== 'catch-up' && session.enrolmentId === null;
		const joined = isOfTerm ? (joiners.get(planOf(cohort.id, session.planNumber))?.length ?? 0) : 0;
		return {
			session,
			...{ notRecorded: counts.notRecorded, logs: counts.logs },
			coreNotDelivered: countCore(programme, session.planNumber, chooseLog(logs.get(session.id) ?? []).used?.keys),
			isSettled: decided.has(session.id) || standing.has(planKey(of)),
			joined: session.state === 'cancelled' ? 0 : joined,
			takesJoiners: session.planNumber <= programme.thresholds.lastJoiningSession,
			lapsed: lapsedAt(of),
			observing: observingOf(session.id),
		};
	};
}

/** Which sessions are to be observed by the plans of their cohorts, and how far what is observed is. */
function readObserving(db: AppContext['db'], actor: StaffActor, cohortIds: readonly CohortId[]) {
	const draws = Map.groupBy(listDraws(db, actor, cohortIds), ({ cohortId }) => cohortId);
	const planned = new Set([...draws.values()].flatMap((ofCohort) => [...standingDraw(ofCohort)]));
	const states = Map.groupBy(listObservationStates(db, actor, cohortIds), ({ sessionId }) => sessionId);
	return (id: SessionId) => ({ isPlanned: planned.has(id), observations: states.get(id) ?? [] });
}

/** The same plan for the same people: what stands beside a cancelled session takes its place. */
function planKey({ session: { cohortId, planNumber, enrolmentId } }: WorkingSession): string {
	return `${cohortId} ${planNumber} ${enrolmentId}`;
}

function countCore(programme: Programme, planNumber: number, notDelivered: readonly string[] = []): number {
	const { activities } = planNumbered(programme, planNumber);
	return activities.filter(({ key, core }) => core && notDelivered.includes(key)).length;
}

/** Of how many who delivered a session the accreditation had lapsed by its day. */
function readLapsed(db: AppContext['db'], all: readonly WorkingSession[]): (of: WorkingSession) => number {
	const cohortIds = [...new Set(all.map(({ cohort }) => cohort.id))];
	const teams = teamsOf(db, cohortIds);
	const facilitators = listFacilitatorFacts(
		db,
		cohortIds.flatMap((id) => [...teams.names(id).keys()]),
	);
	const slugs = new Set(all.map(({ cohort }) => cohort.slug));
	const knownFor = new Map([...slugs].map((slug) => [slug, facilitators(slug)]));
	return ({ session, cohort }) => {
		const { time } = session;
		if (session.state !== 'held' || time === null) return 0;
		const team = teams.at(session).team ?? teams.now(cohort.id);
		const known = knownFor.get(cohort.slug)!.filter(({ staffId }) => team.includes(staffId));
		return known.filter(({ accredited }) => hasLapsed(accredited, time.day)).length;
	};
}
