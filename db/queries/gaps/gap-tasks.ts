import { count, like } from 'drizzle-orm';
import type { Db } from '../../client.ts';
import { tasks } from '../../schema/index.ts';

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
