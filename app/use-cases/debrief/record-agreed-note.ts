import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type AgreedNoteRefusal, checkAgreedNote } from '#app/domain/debrief/agreed-note.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listAgreedNotes } from '#db/queries/debrief/agreed-notes.ts';
import { listLogAuthors } from '#db/queries/delivery-logs.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { insertAgreedNote } from '#db/stores/debriefs.ts';
import { audited } from '../audit/audited.ts';

export type AgreedNoteToRecord = {
	readonly sessionId: SessionId;
	readonly note: string;
	/** The version that the page showed; 0 when there was none. */
	readonly openedVersion: number;
};

/**
 * Records what those who wrote the logs of a session agree on: a new version of the one note that they share; the earlier
 * ones stay. The same words again are no new version. Refused as `checkAgreedNote` says, and when somebody has saved
 * another version since the page was opened (`changed-meanwhile`, details: the note that stands). (§7.2)
 */
export function recordAgreedNote(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, note, openedVersion }: AgreedNoteToRecord,
): Outcome<{ readonly isNew: boolean }, 'not-found' | 'changed-meanwhile' | AgreedNoteRefusal> {
	const savedAt = context.clock.now();
	return audited(context, { actor, action: 'agreed-note-recorded', record: ['session', sessionId] }, (tx, tell) => {
		const day = findSessionDay(tx, actor, sessionId, 'write', 'debrief.notes');
		if (!day) return refused('not-found');
		const checked = checkAgreedNote(day.session, listLogAuthors(tx, actor, sessionId), actor.staffId, savedAt);
		if (!checked.done) return checked;
		const [stands] = listAgreedNotes(tx, actor, sessionId);
		const version = stands?.version ?? 0;
		if (stands?.note === note) return done({ isNew: false });
		if (version !== openedVersion) return refused('changed-meanwhile', { stands });
		insertAgreedNote(tx, { sessionId, version: version + 1, note, savedAt, savedBy: actor.staffId });
		tell({ details: { version: version + 1 } });
		return done({ isNew: true });
	});
}
