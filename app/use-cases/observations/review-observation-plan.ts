import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { isObservationOverdue, plannable, standingDraw, toldFrom } from '#app/domain/observations/observation-plan.ts';
import type { CohortId, StaffId } from '#app/domain/shared/ids.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { listObservationStates } from '#db/queries/observations/cohort-observations.ts';
import { listDraws } from '#db/queries/observations/draws.ts';
import { teamsOf } from '#db/queries/planning/occupied-times.ts';
import { listSessions, type SessionRow } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { listToCome } from './draw-observation-plan.ts';

export type ObservationPlan = NonNullable<ReturnType<typeof reviewObservationPlan>>;

/**
 * The plan of a cohort’s observations as it stands: the sessions to observe by all its draws, what became of each, and how
 * many each of the team has; with every draw that was made. Null for who may not draw (§7.6).
 */
export function reviewObservationPlan({ db, clock, content }: AppContext, actor: StaffActor, cohortId: CohortId) {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort || !mayOn(db, actor, 'write', 'observation-plan', cohortId)) return null;
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohort;
	const programme = content.programmeOf({ slug, version, variant });
	const { observationShare: share, observationNoticeDays: noticeDays } = programme.thresholds;
	const now = clock.now();
	const draws = listDraws(db, actor, [cohortId]);
	const standing = standingDraw(draws);
	const sessions = listSessions(db, actor, [cohortId]);
	const states = Map.groupBy(listObservationStates(db, actor, [cohortId]), ({ sessionId }) => sessionId);
	const teams = teamsOf(db, [cohortId]);
	const teamAt = (session: SessionRow) => teams.at(session).team ?? teams.now(cohortId);
	const planned = sessions
		.filter(({ id }) => standing.has(id) || states.has(id))
		.map((session) => {
			const observations = states.get(session.id) ?? [];
			return {
				...{ session, observations, isDrawn: standing.has(session.id) },
				team: teamAt(session),
				toldFrom: session.time && toldFrom(session.time.day, noticeDays),
				isOverdue: standing.has(session.id) && isObservationOverdue(session, observations, now),
			};
		});
	const names = teams.names(cohortId);
	const pool = cohort.state === 'draft' ? [] : plannable(listToCome(db, actor, cohortId), now, noticeDays);
	return {
		...{ cohort, programme, share, noticeDays, draws, sessions, planned, names },
		/** How many a draw would be made from now. */
		toDraw: pool.length,
		facilitators: [...new Set([...teams.now(cohortId), ...planned.flatMap(({ team }) => team)])].map((staffId) =>
			countOf(staffId, planned),
		),
	};
}

type Planned = {
	readonly session: SessionRow;
	readonly team: readonly StaffId[];
	readonly isDrawn: boolean;
	readonly observations: readonly { readonly state: string }[];
};

/** How many of somebody’s sessions are observed, and how many more are to be. */
function countOf(staffId: StaffId, planned: readonly Planned[]) {
	const own = planned.filter(({ team, session }) => team.includes(staffId) && session.state !== 'cancelled');
	const isObserved = ({ observations }: Planned) => observations.some(({ state }) => state !== 'draft');
	return {
		staffId,
		observed: own.filter(isObserved).length,
		toObserve: own.filter((one) => one.isDrawn && !isObserved(one)).length,
	};
}
