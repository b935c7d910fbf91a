import { and, eq } from 'drizzle-orm';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { sessions, sessionTimes } from '../schema/index.ts';

/** A session, and the first entry in the history of its times when it has one. */
export function insertSession(
	db: Db,
	row: typeof sessions.$inferInsert,
	set: Pick<typeof sessionTimes.$inferInsert, 'setBy' | 'why' | 'askedBy'>,
): void {
	db.insert(sessions).values(row).run();
	const { id, day, startTime, lengthMinutes, changedAt } = row;
	if (!day || !startTime) return;
	db.insert(sessionTimes)
		.values({
			sessionId: id,
			timeVersion: row.timeVersion ?? 1,
			day,
			startTime,
			lengthMinutes,
			setAt: changedAt,
			...set,
		})
		.run();
}

/** Changes the session if it still has this version; false when somebody else changed it first. */
export function updateSession(
	db: Db,
	id: SessionId,
	version: number,
	change: Partial<typeof sessions.$inferInsert>,
): boolean {
	const { changes } = db
		.update(sessions)
		.set({ ...change, version: version + 1 })
		.where(and(eq(sessions.id, id), eq(sessions.version, version)))
		.run();
	return changes === 1;
}
