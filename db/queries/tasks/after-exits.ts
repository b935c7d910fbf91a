import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { TaskKind } from '#app/domain/tasks/task-kinds.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, taskEntries, tasks } from '../../schema/index.ts';
import { visibleTasks } from './visible-tasks.ts';

const AFTER_EXITS: readonly TaskKind[] = ['exit-referrer', 'exit-partner'];
const ATTEMPTS: readonly TaskKind[] = ['absence-call', 'absence-review'];

/** What the exits of a cohort opened, whatever became of it, as far as the actor may see the desk it lies on. */
export function listExitTasks(db: Db, actor: Actor, cohortId: CohortId) {
	return db
		.select({
			...{ id: tasks.id, kind: tasks.kind, enrolmentId: tasks.enrolmentId, state: tasks.state },
			...{ outcome: tasks.outcome, dueOn: tasks.dueOn },
		})
		.from(tasks)
		.innerJoin(cohorts, eq(cohorts.id, tasks.cohortId))
		.where(and(eq(cohorts.id, cohortId), inArray(tasks.kind, [...AFTER_EXITS]), visibleTasks(db, actor, 'read')))
		.orderBy(asc(tasks.openedAt), asc(tasks.id))
		.all();
}

/** Attempts to reach people of a cohort after absences, with what came of each and when, and those still to be made. */
export function listAttempts(db: Db, actor: Actor, cohortId: CohortId) {
	return db
		.select({
			...{ id: tasks.id, enrolmentId: tasks.enrolmentId, state: tasks.state, outcome: tasks.outcome },
			settledAt: sql<Instant | null>`max(case when ${taskEntries.event} = 'done' then ${taskEntries.at} end)`,
		})
		.from(tasks)
		.innerJoin(cohorts, eq(cohorts.id, tasks.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, tasks.enrolmentId))
		.leftJoin(taskEntries, eq(taskEntries.taskId, tasks.id))
		.where(and(eq(cohorts.id, cohortId), inArray(tasks.kind, [...ATTEMPTS]), visibleTasks(db, actor, 'read')))
		.groupBy(tasks.id)
		.orderBy(asc(tasks.openedAt), asc(tasks.id))
		.all();
}
