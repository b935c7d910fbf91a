import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, debriefNotes, sessions, staff, supervisionEntries, tasks } from '../../schema/index.ts';
import { isDeliveredBy } from '../delivery-logs.ts';
import { isKeptBack } from '../fidelity/cohort-logs.ts';
import { visibleTasks } from '../tasks/visible-tasks.ts';
import { visibleSessions } from '../visible-cohorts.ts';
import { isFromKeptBackDebrief } from './kept-back-words.ts';

export type SavedNote = ReturnType<typeof listDebriefNotes>[number];

/**
 * Every version of every debrief note of a session, oldest first. Who delivers the session is given the others’ without their
 * content (`isBlind`) until they have written both their own note and their own log: each looks back for themselves first, and
 * a note tells what a log would (§7.2).
 */
export function listDebriefNotes(db: Db, actor: StaffActor, sessionId: SessionId) {
	const notes = db
		.select({
			...{ staffId: debriefNotes.staffId, staffName: staff.name, version: debriefNotes.version },
			...{ note: debriefNotes.note, savedAt: debriefNotes.savedAt },
			owesLog: sql<boolean>`${isKeptBack(db, actor)}`.mapWith(Boolean),
		})
		.from(debriefNotes)
		.innerJoin(staff, eq(staff.id, debriefNotes.staffId))
		.innerJoin(sessions, eq(sessions.id, debriefNotes.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(debriefNotes.sessionId, sessionId), visibleSessions(db, actor, 'read', 'debrief.notes')))
		.orderBy(asc(debriefNotes.savedAt), asc(debriefNotes.version), asc(debriefNotes.staffId))
		.all();
	const hasOwn = notes.some(({ staffId }) => staffId === actor.staffId);
	const owesNote = !hasOwn && notes.length > 0 && isDeliveredBy(db, actor, sessionId);
	return notes.map(({ owesLog, ...note }) => {
		const isBlind = (owesNote || owesLog) && note.staffId !== actor.staffId;
		return { ...note, isBlind, note: isBlind ? null : note.note };
	});
}

/** Who has written a debrief note of the session, each once. */
export function listNoteAuthors(db: Db, actor: Actor, sessionId: SessionId): StaffId[] {
	return db
		.selectDistinct({ staffId: debriefNotes.staffId })
		.from(debriefNotes)
		.innerJoin(sessions, eq(sessions.id, debriefNotes.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(debriefNotes.sessionId, sessionId), visibleSessions(db, actor, 'read', 'debrief.notes')))
		.orderBy(asc(debriefNotes.staffId))
		.all()
		.map(({ staffId }) => staffId);
}

/**
 * What happened to the wish to bring the session to supervision, oldest first; without the words of others (`isBlind`) for who
 * delivers the session and has not logged it.
 */
export function listSupervisionEntries(db: Db, actor: Actor, sessionId: SessionId) {
	const { event, words, at } = supervisionEntries;
	const isOthers = actor.kind === 'staff' ? ne(supervisionEntries.by, actor.staffId) : undefined;
	const isBlind = sql<boolean>`${and(isKeptBack(db, actor), isOthers)}`.mapWith(Boolean);
	return db
		.select({ event, words, at, by: staff.name, isBlind })
		.from(supervisionEntries)
		.innerJoin(staff, eq(staff.id, supervisionEntries.by))
		.innerJoin(sessions, eq(sessions.id, supervisionEntries.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(supervisionEntries.sessionId, sessionId), visibleSessions(db, actor, 'read', 'debrief.supervision')))
		.orderBy(asc(supervisionEntries.number))
		.all()
		.map((entry) => (entry.isBlind ? { ...entry, words: null } : entry));
}

export type AgreedAction = ReturnType<typeof listAgreedActions>[number];

/**
 * The actions that the debrief of a session agreed, in the order in which they were; `mayOpen`: the actor may see the task.
 * Without the words (`isBlind`) while those wait for the actor’s own log.
 */
export function listAgreedActions(db: Db, actor: Actor, sessionId: SessionId) {
	const owner = alias(staff, 'owner');
	return db
		.select({
			...{ id: tasks.id, words: tasks.words, ownerId: tasks.ownerId, owner: owner.name, dueOn: tasks.dueOn },
			...{ state: tasks.state, outcome: tasks.outcome },
			mayOpen: sql<boolean>`${visibleTasks(db, actor, 'read')}`.mapWith(Boolean),
			isBlind: sql<boolean>`${isFromKeptBackDebrief(db, actor)}`.mapWith(Boolean),
		})
		.from(tasks)
		.innerJoin(sessions, eq(sessions.id, tasks.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, tasks.cohortId))
		.leftJoin(owner, eq(owner.id, tasks.ownerId))
		.where(
			and(
				eq(tasks.sessionId, sessionId),
				eq(tasks.kind, 'debrief-action'),
				visibleSessions(db, actor, 'read', 'debrief.actions'),
			),
		)
		.orderBy(asc(tasks.openedAt), asc(tasks.id))
		.all()
		.map((action) => (action.isBlind ? { ...action, words: null } : action));
}
