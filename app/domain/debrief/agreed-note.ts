import type { Session } from '../scheduling/session.ts';
import type { StaffId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { checkDebriefOpen, type DebriefRefusal } from './debrief.ts';

export type AgreedNoteRefusal = DebriefRefusal | 'fewer-than-two-logs' | 'wrote-no-log';

/**
 * Whether this member of staff may write what is agreed of a session’s logs: from two logs on, and only who wrote one of
 * them. The note stands beside the logs and changes none of their figures; nothing is averaged. (§7.2, §7.3)
 */
export function checkAgreedNote(
	session: Pick<Session, 'state' | 'time'>,
	logAuthors: readonly StaffId[],
	writer: StaffId,
	now: Instant,
): Outcome<undefined, AgreedNoteRefusal> {
	const open = checkDebriefOpen(session, now);
	if (!open.done) return open;
	if (new Set(logAuthors).size < 2) return refused('fewer-than-two-logs');
	return logAuthors.includes(writer) ? done() : refused('wrote-no-log');
}
