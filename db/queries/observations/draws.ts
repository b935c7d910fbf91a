import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Draw, PlannableSession } from '#app/domain/observations/observation-plan.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import {
	cohorts,
	drawnSessions,
	observationDraws,
	sessionObservers,
	sessions,
	sessionTimes,
	staff,
} from '../../schema/index.ts';
import { visibleCohorts, visibleSessions } from '../visible-cohorts.ts';

/** Every draw of these cohorts, the oldest first, with what it was drawn from: for who may read their plans. */
export function listDraws(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	return selectDraws(
		db,
		and(inArray(cohorts.id, [...cohortIds]), visibleCohorts(db, actor, 'read', 'observation-plan')),
	);
}

/**
 * What tells that somebody comes to observe this session: the draws of its cohort, and whether an observer is assigned.
 * For who may read its feedback; the rule says from which day on they are told. Null for anybody else.
 */
export function findNotice(db: Db, actor: Actor, sessionId: SessionId) {
	const found = db
		.select({
			cohortId: sessions.cohortId,
			hasObserver: sql<boolean>`exists(
				select 1 from ${sessionObservers} where ${sessionObservers.sessionId} = ${sessions.id}
			)`.mapWith(Boolean),
		})
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(sessions.id, sessionId), visibleSessions(db, actor, 'read', 'observation.feedback')))
		.get();
	return found ? { hasObserver: found.hasObserver, draws: selectDraws(db, eq(cohorts.id, found.cohortId)) } : null;
}

function selectDraws(db: Db, where: SQL | undefined) {
	return db
		.select({
			...{ cohortId: observationDraws.cohortId, number: observationDraws.number, seed: observationDraws.seed },
			...{ share: observationDraws.share, noticeDays: observationDraws.noticeDays, pool: observationDraws.pool },
			...{ drawnAt: observationDraws.drawnAt, by: staff.name },
			drawn: sql<string>`(
				select json_group_array(json_object(
					'sessionId', ${drawnSessions.sessionId}, 'startsAt', ${drawnSessions.startsAt}, 'times', json((
						select json_group_array(json_object('setAt', ${sessionTimes.setAt}, 'day', ${sessionTimes.day})
							order by ${sessionTimes.timeVersion}) from ${sessionTimes}
						where ${sessionTimes.sessionId} = ${drawnSessions.sessionId}
					))
				) order by ${drawnSessions.startsAt}, ${drawnSessions.sessionId}) from ${drawnSessions}
				where ${drawnSessions.cohortId} = ${observationDraws.cohortId}
					and ${drawnSessions.number} = ${observationDraws.number}
			)`,
		})
		.from(observationDraws)
		.innerJoin(cohorts, eq(cohorts.id, observationDraws.cohortId))
		.innerJoin(staff, eq(staff.id, observationDraws.drawnBy))
		.where(where)
		.orderBy(asc(observationDraws.cohortId), asc(observationDraws.number))
		.all()
		.map(({ pool, drawn, ...draw }) => ({
			...draw,
			pool: JSON.parse(pool) as readonly PlannableSession[],
			drawn: JSON.parse(drawn) as Draw['drawn'],
		}));
}
