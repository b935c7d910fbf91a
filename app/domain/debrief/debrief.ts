import { hasStarted, type Session } from '../scheduling/session.ts';
import type { CalendarDay } from '../shared/calendar-day.ts';
import type { StaffId } from '../shared/ids.ts';
import { dayOf, type Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';

/** What one member of the team says of how a session went; a correction is a new version of the same person’s note. */
export type DebriefNote = {
	readonly staffId: StaffId;
	readonly version: number;
	readonly note: string;
	readonly savedAt: Instant;
};

export type DebriefRefusal = 'session-cancelled' | 'session-not-started';

/** Whether a debrief of the session is open: from its start on, without an end; never of one that did not go ahead. */
export function checkDebriefOpen(
	session: Pick<Session, 'state' | 'time'>,
	now: Instant,
): Outcome<undefined, DebriefRefusal> {
	if (session.state === 'cancelled') return refused('session-cancelled');
	return hasStarted(session, now) ? done() : refused('session-not-started');
}

/** The newest note of each author, in the order in which they wrote their first. */
export function newestNotes<Note extends Pick<DebriefNote, 'staffId' | 'version'>>(
	notes: readonly Note[],
): readonly Note[] {
	return [...Map.groupBy(notes, ({ staffId }) => staffId).values()].map(
		(versions) => versions.toSorted((one, other) => other.version - one.version)[0]!,
	);
}

export type ActionToAgree = {
	readonly words: string;
	readonly ownerId: StaffId | null;
	readonly dueOn: CalendarDay;
};
export type ActionRefusal = DebriefRefusal | 'owner-missing' | 'due-before-today';

/** Whether an action may be agreed: somebody has it who may hold a task of the cohort’s team, and its day is not over. */
export function checkAction(
	session: Pick<Session, 'state' | 'time'>,
	{ ownerId, dueOn }: ActionToAgree,
	mayHold: readonly StaffId[],
	now: Instant,
): Outcome<StaffId, ActionRefusal> {
	const open = checkDebriefOpen(session, now);
	if (!open.done) return open;
	if (ownerId === null || !mayHold.includes(ownerId)) return refused('owner-missing');
	return dueOn < dayOf(now) ? refused('due-before-today', { today: dayOf(now) }) : done(ownerId);
}
