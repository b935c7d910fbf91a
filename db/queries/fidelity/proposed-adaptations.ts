import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { FRAME, isPlanned } from '#app/domain/fidelity/frame.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { adaptationDecisions, adaptations, cohorts, sessions } from '../../schema/index.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

/** What was proposed beforehand for sessions of these cohorts and waits for a lead, for who may decide on it. */
export function listProposed(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	const planned = FRAME.planned.filter((one) => isPlanned({ planned: one }));
	return db
		.select({
			...{ id: adaptations.id, sessionId: sessions.id, cohort: cohorts.name },
			...{ kind: sessions.kind, planNumber: sessions.planNumber, day: sessions.day },
		})
		.from(adaptations)
		.innerJoin(sessions, eq(sessions.id, adaptations.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(adaptationDecisions, eq(adaptationDecisions.adaptationId, adaptations.id))
		.where(
			and(
				inArray(cohorts.id, [...cohortIds]),
				inArray(adaptations.planned, planned),
				isNull(adaptationDecisions.adaptationId),
				ne(sessions.state, 'cancelled'),
				visibleCohorts(db, actor, 'write', 'adaptation.decision'),
			),
		)
		.orderBy(asc(sessions.startsAt), asc(adaptations.recordedAt), asc(adaptations.id))
		.all();
}
