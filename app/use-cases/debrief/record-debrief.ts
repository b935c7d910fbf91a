import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { checkDebriefOpen, type DebriefRefusal } from '#app/domain/debrief/debrief.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listDebriefNotes } from '#db/queries/debrief/debriefs.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { insertDebriefNote } from '#db/stores/debriefs.ts';
import { audited } from '../audit/audited.ts';

export type NoteToRecord = {
	readonly sessionId: SessionId;
	readonly note: string;
	/** The version of one’s own note that the page showed; 0 when there was none. */
	readonly openedVersion: number;
};

/**
 * Records what the actor says of a session: a new version of their own note, whose earlier versions stay. The same words
 * again are no new version. Refused when their own note has changed since the page was opened, in another window
 * (`changed-meanwhile`, details: the note that stands).
 */
export function recordDebrief(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, note, openedVersion }: NoteToRecord,
): Outcome<{ readonly isNew: boolean }, 'not-found' | 'changed-meanwhile' | DebriefRefusal> {
	const now = context.clock.now();
	return audited(context, { actor, action: 'debrief-recorded', record: ['session', sessionId] }, (tx, tell) => {
		const day = findSessionDay(tx, actor, sessionId, 'write', 'debrief.notes');
		if (!day) return refused('not-found');
		const open = checkDebriefOpen(day.session, now);
		if (!open.done) return open;
		const own = listDebriefNotes(tx, actor, sessionId).findLast(({ staffId }) => staffId === actor.staffId);
		const version = own?.version ?? 0;
		if (own && own.note === note) return done({ isNew: false });
		if (version !== openedVersion) return refused('changed-meanwhile', { stands: own });
		insertDebriefNote(tx, { sessionId, staffId: actor.staffId, version: version + 1, note, savedAt: now });
		tell({ details: { version: version + 1 } });
		return done({ isNew: true });
	});
}
