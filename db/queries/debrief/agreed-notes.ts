import { and, desc, eq } from 'drizzle-orm';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { agreedNotes, cohorts, sessions, staff } from '../../schema/index.ts';
import { owesLog } from '../delivery-logs.ts';
import { visibleSessions } from '../visible-cohorts.ts';

/**
 * Every version of what is agreed of a session’s logs, the newest first. Who delivers the session and has not saved a log
 * is given none of it: it tells what the others’ logs say, and theirs is to be written first (§7.2).
 */
export function listAgreedNotes(db: Db, actor: StaffActor, sessionId: SessionId) {
	const notes = db
		.select({
			...{ version: agreedNotes.version, note: agreedNotes.note },
			...{ savedAt: agreedNotes.savedAt, by: staff.name },
		})
		.from(agreedNotes)
		.innerJoin(staff, eq(staff.id, agreedNotes.savedBy))
		.innerJoin(sessions, eq(sessions.id, agreedNotes.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(agreedNotes.sessionId, sessionId), visibleSessions(db, actor, 'read', 'debrief.notes')))
		.orderBy(desc(agreedNotes.version))
		.all();
	return notes.length > 0 && owesLog(db, actor, sessionId) ? [] : notes;
}
