import { and, asc, eq, inArray, isNotNull, not, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { observationState } from '#app/domain/observations/observation.ts';
import type { ReleasedObservation } from '#app/domain/observations/observed-figures.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, observations, sessions, staff } from '../../schema/index.ts';
import { isOfTerm } from '../sessions.ts';
import { visibleCohorts, visibleSessions } from '../visible-cohorts.ts';
import { allVersions, readVersions, releasedVersion } from './saved-versions.ts';
import { stillObserves } from './session-observations.ts';

/**
 * The released observations of the sessions of the cohort’s term, each as it was last released, for who may read the
 * figures that come from them; none of a session that the reader is still to observe themself.
 */
export function listReleased(db: Db, actor: Actor, cohortId: CohortId): ReleasedObservation[] {
	const readable = visibleCohorts(db, actor, 'read', 'observation.figures');
	return selectReleased(db, actor, and(eq(cohorts.id, cohortId), isOfTerm(), readable));
}

/** The same of these sessions, for who may read what is released of each: leads, and who delivers it. */
export function listReleasedOf(db: Db, actor: Actor, sessionIds: readonly SessionId[]): ReleasedObservation[] {
	const readable = visibleSessions(db, actor, 'read', 'observation.feedback');
	return selectReleased(db, actor, and(inArray(sessions.id, [...sessionIds]), isOfTerm(), readable));
}

/** The sessions of the cohort of which the actor may open what is released: for links to it. */
export function readableFeedback(db: Db, actor: Actor, cohortId: CohortId): ReadonlySet<SessionId> {
	const readable = visibleSessions(db, actor, 'read', 'observation.feedback');
	const found = selectReleased(db, actor, and(eq(cohorts.id, cohortId), isOfTerm(), readable));
	return new Set(found.map(({ sessionId }) => sessionId));
}

function selectReleased(db: Db, actor: Actor, which: SQL | undefined): ReleasedObservation[] {
	return db
		.select({
			...{ sessionId: observations.sessionId, observerId: observations.observerId },
			...{ formVersion: observations.formVersion, allVersions, releasedVersion },
		})
		.from(observations)
		.innerJoin(sessions, eq(sessions.id, observations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(which, isNotNull(releasedVersion), actor.kind === 'staff' ? not(stillObserves(db, actor)) : sql`1`))
		.orderBy(asc(sessions.planNumber), asc(observations.begunAt), asc(observations.id))
		.all()
		.map(({ allVersions: json, releasedVersion: released, ...observation }) => {
			const versions = readVersions(json);
			const { scores } = versions.find(({ version }) => version === released)!;
			return { ...observation, scores, submittedAt: versions.find(({ isSubmitted }) => isSubmitted)!.savedAt };
		});
}

/** Who began an observation of a session of these cohorts, and where it stands: for who may read their plans. */
export function listObservationStates(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	return db
		.select({
			...{ sessionId: observations.sessionId, observer: staff.name },
			...{ cohort: cohorts.name, kind: sessions.kind, planNumber: sessions.planNumber, day: sessions.day },
			...{ allVersions, releasedVersion },
		})
		.from(observations)
		.innerJoin(staff, eq(staff.id, observations.observerId))
		.innerJoin(sessions, eq(sessions.id, observations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(inArray(cohorts.id, [...cohortIds]), visibleCohorts(db, actor, 'read', 'observation-plan')))
		.orderBy(asc(observations.begunAt), asc(observations.id))
		.all()
		.map(({ allVersions: json, releasedVersion: released, ...observation }) => ({
			...observation,
			state: observationState(readVersions(json), released)!,
		}));
}
