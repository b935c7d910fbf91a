import { and, asc, count, eq, inArray, like } from 'drizzle-orm';
import { GAP_TASK_KINDS } from '#app/domain/gaps/gap-kinds.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { staff, tasks } from '../../schema/index.ts';

/** How many tasks there have been of this gap, whatever became of them: for the rule that opens the next, never for a page. */
export function countTasksOfGap(db: Db, key: string): number {
	return (
		db
			.select({ many: count() })
			.from(tasks)
			.where(like(tasks.cause, `gap ${key} %`))
			.get()?.many ?? 0
	);
}

/**
 * The open tasks by which gaps of these cohorts were handed on, the last one last: whose, and by which day. They belong to the
 * gap and go to whoever sees that; whether they may open the task is asked elsewhere, and its words are not here.
 */
export function listOpenGapTasks(db: Db, cohortIds: readonly CohortId[]) {
	const { id, version, cause, ownerId, dueOn } = tasks;
	return db
		.select({ id, version, cause, ownerId, owner: staff.name, dueOn })
		.from(tasks)
		.leftJoin(staff, eq(staff.id, ownerId))
		.where(
			and(inArray(tasks.cohortId, [...cohortIds]), inArray(tasks.kind, [...GAP_TASK_KINDS]), eq(tasks.state, 'open')),
		)
		.orderBy(asc(tasks.openedAt), asc(id))
		.all();
}
