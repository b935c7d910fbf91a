import { and, eq, sql } from 'drizzle-orm';
import type { ConcernId, TaskId } from '#app/domain/shared/ids.ts';
import { type Db, prepareOnce } from '../client.ts';
import { concernEntries, concerns, taskEntries, tasks } from '../schema/index.ts';

type NewTask = Omit<typeof tasks.$inferInsert, 'version' | 'outcome' | 'note' | 'toldOnAt'>;

/** Adds an open task, of which nobody has said anything yet. */
export function insertTask(db: Db, row: NewTask): void {
	const values = { enrolmentId: null, sessionId: null, ownerId: null, words: null, ...row };
	prepareOnce(db, 'insert task', prepareInsert).run(values);
}

function prepareInsert(db: Db) {
	const { placeholder } = sql;
	return db
		.insert(tasks)
		.values({
			...{ id: placeholder('id'), kind: placeholder('kind'), desk: placeholder('desk'), cause: placeholder('cause') },
			...{ cohortId: placeholder('cohortId'), enrolmentId: placeholder('enrolmentId') },
			...{ sessionId: placeholder('sessionId'), ownerId: placeholder('ownerId'), words: placeholder('words') },
			...{ dueOn: placeholder('dueOn'), openedAt: placeholder('openedAt'), state: placeholder('state') },
		})
		.prepare();
}

/** Changes the task if it still has this version; false when somebody was faster. */
export function updateTask(
	db: Db,
	{ id, version }: Pick<typeof tasks.$inferSelect, 'id' | 'version'>,
	change: Partial<typeof tasks.$inferInsert>,
): boolean {
	const columns = Object.keys(change).toSorted();
	const query = prepareOnce(db, `update task ${columns.join(' ')}`, () => prepareUpdate(db, columns));
	return query.run({ ...change, taskId: id, version }).changes === 1;
}

/** One statement for each set of columns that some rule changes together: there are a handful. */
function prepareUpdate(db: Db, columns: readonly string[]) {
	const { placeholder } = sql;
	const changed = Object.fromEntries(columns.map((column) => [column, sql`${placeholder(column)}`]));
	return db
		.update(tasks)
		.set({ ...changed, version: sql`${tasks.version} + 1` })
		.where(and(eq(tasks.id, placeholder('taskId')), eq(tasks.version, placeholder('version'))))
		.prepare();
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
