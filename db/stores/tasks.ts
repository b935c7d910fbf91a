import { and, eq, sql } from 'drizzle-orm';
import type { ConcernId, TaskId } from '#app/domain/shared/ids.ts';
import { type Db, prepareOnce } from '../client.ts';
import { concernEntries, concerns, taskEntries, tasks } from '../schema/index.ts';

export function insertTask(db: Db, row: typeof tasks.$inferInsert): void {
	db.insert(tasks).values(row).run();
}

/** Changes the task if it still has this version; false when somebody was faster. */
export function updateTask(
	db: Db,
	{ id, version }: Pick<typeof tasks.$inferSelect, 'id' | 'version'>,
	change: Partial<typeof tasks.$inferInsert>,
): boolean {
	const { changes } = db
		.update(tasks)
		.set({ ...change, version: version + 1 })
		.where(and(eq(tasks.id, id), eq(tasks.version, version)))
		.run();
	return changes === 1;
}

/** Adds to what happened to a task. Call it in the transaction of the change itself. */
export function appendTaskEntry(
	db: Db,
	taskId: TaskId,
	entry: Omit<typeof taskEntries.$inferInsert, 'taskId' | 'number'>,
): void {
	const values = { by: null, toId: null, words: null, ...entry, taskId };
	prepareOnce(db, 'append task entry', prepareAppend).run(values);
}

function prepareAppend(db: Db) {
	const { placeholder } = sql;
	return db
		.insert(taskEntries)
		.values({
			taskId: placeholder('taskId'),
			number: sql`(select count(*) + 1 from ${taskEntries} where ${taskEntries.taskId} = ${placeholder('taskId')})`,
			event: placeholder('event'),
			at: placeholder('at'),
			by: placeholder('by'),
			toId: placeholder('toId'),
			words: placeholder('words'),
		})
		.prepare();
}

export function insertConcern(db: Db, row: typeof concerns.$inferInsert): void {
	db.insert(concerns).values(row).run();
}

/** From now on this task of the leads’ stands for the concern. */
export function setConcernTask(db: Db, id: ConcernId, taskId: TaskId): void {
	db.update(concerns).set({ taskId }).where(eq(concerns.id, id)).run();
}

/** Adds to what was said of a concern; what was said before stays as it is. */
export function appendConcernEntry(db: Db, entry: typeof concernEntries.$inferInsert): void {
	db.insert(concernEntries).values(entry).run();
}
