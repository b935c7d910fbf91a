import { and, eq, exists, inArray, not, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { TOLD_BY_DEBRIEF } from '#app/domain/tasks/desks.ts';
import type { Db } from '../../client.ts';
import { sessions, taskEntries, tasks } from '../../schema/index.ts';
import { isKeptBack } from '../fidelity/cohort-logs.ts';

/**
 * The task came out of the debrief of a session of which the actor has still to save their log, and is neither theirs nor was
 * it opened by them: its words say how the session went, and theirs is to be written first (§7.2).
 */
export function isFromKeptBackDebrief(db: Db, actor: Actor): SQL {
	if (actor.kind === 'operator') return sql`0`;
	const ofSession = exists(
		db
			.select({ one: sql`1` })
			.from(sessions)
			.where(and(eq(sessions.id, tasks.sessionId), isKeptBack(db, actor))),
	);
	const opened = exists(
		db
			.select({ one: sql`1` })
			.from(taskEntries)
			.where(
				and(
					...[eq(taskEntries.taskId, tasks.id), eq(taskEntries.by, actor.staffId)],
					inArray(taskEntries.event, ['opened', 'reopened']),
				),
			),
	);
	const isOthers = sql`${tasks.ownerId} is not ${actor.staffId}`;
	return and(inArray(tasks.kind, [...TOLD_BY_DEBRIEF]), isOthers, not(opened), ofSession) ?? sql`0`;
}
