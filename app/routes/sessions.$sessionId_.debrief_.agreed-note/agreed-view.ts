import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { checkAgreedNote } from '#app/domain/debrief/agreed-note.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { agreedNoteInWords } from '#app/ui/debrief/agreed-note-in-words.ts';
import { twoLogs } from '#app/ui/fidelity/two-logs.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { listAgreedNotes } from '#db/queries/debrief/agreed-notes.ts';
import { listSessionLogs } from '#db/queries/delivery-logs.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { WHY_NOT } from './form.ts';

export type AgreedView = NonNullable<ReturnType<typeof readAgreedView>>;

/** What the page of the agreed note shows, with the logs that it is about; null when the actor may write no note of it. */
export function readAgreedView({ db, clock, content }: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(db, actor, sessionId, 'write', 'debrief.notes');
	if (!day) return null;
	const { session, cohort } = day;
	const versions = listSessionLogs(db, actor, sessionId);
	const authors = [...new Set(versions.map(({ staffId }) => staffId))];
	const checked = checkAgreedNote(session, authors, actor.staffId, clock.now());
	const { activities } = planNumbered(content.programmeOf(cohort), session.planNumber);
	const [stands] = listAgreedNotes(db, actor, sessionId);
	return {
		sessionId,
		caption: `${cohort.name} · ${sessionName(session)}`,
		whyNot: checked.done ? null : `${WHY_NOT[checked.code]}.`,
		stands: stands ? { ...agreedNoteInWords(stands), version: stands.version } : null,
		pairs: versions.some(({ isBlind }) => isBlind) ? [] : twoLogs(versions, activities),
	};
}
