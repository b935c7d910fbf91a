import { and, asc, eq, getTableColumns, inArray, lte } from 'drizzle-orm';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { TaskKind } from '#app/domain/tasks/task-kinds.ts';
import type { Db } from '../../client.ts';
import { sessions, tasks } from '../../schema/index.ts';

/** The open tasks of this kind whose session’s start has come: for the rule that closes them, never for a page. */
export function listTasksOfBegunSessions(db: Db, kind: TaskKind, now: Instant) {
	return db
		.select(getTableColumns(tasks))
		.from(tasks)
		.innerJoin(sessions, eq(sessions.id, tasks.sessionId))
		.where(and(eq(tasks.state, 'open'), eq(tasks.kind, kind), lte(sessions.startsAt, now)))
		.orderBy(asc(tasks.id))
		.all();
}

/** The open tasks of this kind about these sessions, with when the session is: for the rule that says when they are due. */
export function listOpenTasksOfSessions(db: Db, kind: TaskKind, sessionIds: readonly SessionId[]) {
	return db
		.select({ task: getTableColumns(tasks), day: sessions.day })
		.from(tasks)
		.innerJoin(sessions, eq(sessions.id, tasks.sessionId))
		.where(and(eq(tasks.state, 'open'), eq(tasks.kind, kind), inArray(tasks.sessionId, [...sessionIds])))
		.orderBy(asc(tasks.id))
		.all();
}
