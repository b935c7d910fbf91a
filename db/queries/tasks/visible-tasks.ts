import { and, eq, exists, inArray, not, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Access, grantedRelations } from '#app/domain/access/policy.ts';
import { isClosedToTeam, TOLD_BY_LOGS } from '#app/domain/tasks/desks.ts';
import { TASK_DESKS, type TaskDesk } from '#app/domain/tasks/task-kinds.ts';
import type { Db } from '../../client.ts';
import { deliveryLogs, sessions, tasks } from '../../schema/index.ts';
import { isFromKeptBackDebrief } from '../debrief/kept-back-words.ts';
import { isKeptBack } from '../fidelity/cohort-logs.ts';
import { anyOf, isOnTeam, visibleCohorts } from '../visible-cohorts.ts';

/**
 * The condition that leaves only tasks of the desks that the policy grants the actor, each for the cohorts of that grant; and
 * none that tells what logs say that are kept back from them (§7.2).
 */
export function visibleTasks(db: Db, actor: Actor, may: Access): SQL {
	if (actor.kind === 'operator') return sql`1`;
	const desks = TASK_DESKS.filter((desk) => grantedRelations(actor, may, `task.${desk}`).length > 0);
	const granted = anyOf(desks.map((desk) => and(eq(tasks.desk, desk), reachesDesk(db, actor, may, desk)) ?? null));
	const tells = and(inArray(tasks.kind, [...TOLD_BY_LOGS]), waitsForLog(db, actor)) ?? sql`0`;
	return and(granted, not(tells), not(isFromKeptBackDebrief(db, actor))) ?? sql`0`;
}

/** The condition that leaves only cohorts of whose tasks at this desk the actor may read or do. */
export function reachesDesk(db: Db, actor: Actor, may: Access, desk: TaskDesk): SQL {
	const apart = actor.kind === 'staff' && isClosedToTeam(desk) ? not(isOnTeam(db, actor)) : undefined;
	return and(visibleCohorts(db, actor, may, `task.${desk}`), apart) ?? sql`0`;
}

/**
 * Whether a log that the task tells of waits for the actor’s own: that of its session, a catch-up’s included; of drift, which
 * is about a run of sessions, any of the cohort.
 */
function waitsForLog(db: Db, actor: Actor): SQL {
	const ofRun = and(eq(tasks.kind, 'drift'), eq(sessions.cohortId, tasks.cohortId));
	return exists(
		db
			.select({ one: sql`1` })
			.from(deliveryLogs)
			.innerJoin(sessions, eq(sessions.id, deliveryLogs.sessionId))
			.where(and(or(eq(sessions.id, tasks.sessionId), ofRun), isKeptBack(db, actor))),
	);
}
