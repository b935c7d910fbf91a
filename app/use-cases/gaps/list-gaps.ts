import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { extentOf, type GapExtent } from '#app/domain/gaps/gap-extent.ts';
import type { GapKind } from '#app/domain/gaps/gap-kinds.ts';
import { type GapFacts, gapsOf } from '#app/domain/gaps/session-gaps.ts';
import { standingDraw } from '#app/domain/observations/observation-plan.ts';
import type { CohortId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { hasLapsed } from '#app/domain/team/accreditation.ts';
import { listJoiners, listUnmarked } from '#db/queries/gaps/session-facts.ts';
import { listObservationStates } from '#db/queries/observations/cohort-observations.ts';
import { listDraws } from '#db/queries/observations/draws.ts';
import { teamsOf } from '#db/queries/planning/occupied-times.ts';
import { listFacilitatorFacts } from '#db/queries/team/facilitator-facts.ts';
import type { WorkingSession } from '#db/queries/today.ts';
import { readDelivered } from './read-delivered.ts';
import { readScheduleGaps } from './read-schedule-gaps.ts';

export type SessionGap = { readonly kind: GapKind; readonly of: WorkingSession; readonly extent: GapExtent };

/**
 * The gaps of these sessions as they stand now, in the order of the sessions, in the same number of reads however many they
 * are. For who may read the logs and the people of their cohorts: whose each gap is to see is asked by `readGaps`.
 */
export function listGaps(context: AppContext, actor: Actor, all: readonly WorkingSession[]): readonly SessionGap[] {
	if (all.length === 0) return [];
	const read = readFacts(context, actor, all);
	const now = context.clock.now();
	return all.flatMap((of) => {
		const facts = read(of);
		return gapsOf(facts, now).map((kind) => ({ kind, of, extent: extentOf(kind, facts) }));
	});
}

function readFacts(
	context: AppContext,
	actor: Actor,
	all: readonly WorkingSession[],
): (of: WorkingSession) => GapFacts {
	const { db, content } = context;
	const cohortIds = [...new Set(all.map(({ cohort }) => cohort.id))];
	const planOf = (cohortId: string, planNumber: number) => `${cohortId} ${planNumber}`;
	const joiners = Map.groupBy(listJoiners(db, actor, cohortIds), (one) => planOf(one.cohortId, one.planNumber));
	const teams = teamsOf(db, cohortIds);
	const teamAt = ({ session, cohort }: WorkingSession) => teams.at(session).team ?? teams.now(cohort.id);
	const lapsedAt = readLapsed(db, all, teams.names, teamAt);
	const unmarkedOf = readUnmarked(context, actor, all);
	const observingOf = readObserving(db, actor, cohortIds);
	const deliveredOf = readDelivered(context, actor, cohortIds);
	const scheduleOf = readScheduleGaps(db, actor, all);
	return (of) => {
		const { session, cohort, counts } = of;
		const { thresholds } = content.programmeOf(cohort);
		const isOfTerm = session.kind !== 'catch-up' && session.enrolmentId === null;
		const joined = isOfTerm ? (joiners.get(planOf(cohort.id, session.planNumber)) ?? []) : [];
		return {
			session,
			...{ notRecorded: unmarkedOf(session.id), logs: counts.logs },
			...deliveredOf(of, teamAt(of).length),
			...scheduleOf(session),
			joined: session.state === 'cancelled' ? [] : joined.map(({ enrolmentId }) => enrolmentId),
			takesJoiners: session.planNumber <= thresholds.lastJoiningSession,
			lapsed: lapsedAt(of),
			observing: observingOf(session.id),
		};
	};
}

/** Whom the registers of sessions that are over leave open. */
function readUnmarked({ db, clock }: AppContext, actor: Actor, all: readonly WorkingSession[]) {
	const now = clock.now();
	const isOpen = ({ session: { time }, counts }: WorkingSession) =>
		counts.notRecorded > 0 && time !== null && time.endsAt <= now;
	const ids = all.filter(isOpen).map(({ session }) => session.id);
	const unmarked = Map.groupBy(listUnmarked(db, actor, ids), ({ sessionId }) => sessionId);
	return (id: SessionId) => (unmarked.get(id) ?? []).map(({ enrolmentId }) => enrolmentId);
}

/** Which sessions are to be observed by the plans of their cohorts, and how far what is observed is. */
function readObserving(db: AppContext['db'], actor: Actor, cohortIds: readonly CohortId[]) {
	const draws = Map.groupBy(listDraws(db, actor, cohortIds), ({ cohortId }) => cohortId);
	const planned = new Set([...draws.values()].flatMap((ofCohort) => [...standingDraw(ofCohort)]));
	const states = Map.groupBy(listObservationStates(db, actor, cohortIds), ({ sessionId }) => sessionId);
	return (id: SessionId) => ({ isPlanned: planned.has(id), observations: states.get(id) ?? [] });
}

type Teams = ReturnType<typeof teamsOf>;

/** Of whom of those who delivered a session the accreditation had lapsed by its day. */
function readLapsed(
	db: AppContext['db'],
	all: readonly WorkingSession[],
	names: Teams['names'],
	teamAt: (of: WorkingSession) => readonly string[],
): (of: WorkingSession) => readonly StaffId[] {
	const cohortIds = [...new Set(all.map(({ cohort }) => cohort.id))];
	const facilitators = listFacilitatorFacts(
		db,
		cohortIds.flatMap((id) => [...names(id).keys()]),
	);
	const slugs = new Set(all.map(({ cohort }) => cohort.slug));
	const knownFor = new Map([...slugs].map((slug) => [slug, facilitators(slug)]));
	return (of) => {
		const { session, cohort } = of;
		const { time } = session;
		if (session.state !== 'held' || time === null) return [];
		const team = teamAt(of);
		const known = knownFor.get(cohort.slug)!.filter(({ staffId }) => team.includes(staffId));
		return known.flatMap(({ staffId, accredited }) => (hasLapsed(accredited, time.day) ? [staffId] : []));
	};
}
