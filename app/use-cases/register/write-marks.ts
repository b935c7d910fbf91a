import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { isCorrection } from '#app/domain/attendance/correction.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import type { SessionDay } from '#db/queries/session-day.ts';
import { insertMarks } from '#db/stores/registers.ts';
import { noteCaughtUp } from '../catch-ups/note-caught-up.ts';
import { settleNudges } from '../notices/nudge-staff.ts';
import { replan } from '../reminders/replan.ts';
import { noteHeld } from './note-held.ts';
import type { SortedChoices } from './sort-choices.ts';

type MarksToWrite = {
	readonly day: SessionDay;
	readonly sorted: SortedChoices;
	readonly correctionReason: string | null;
	readonly now: Instant;
};

/**
 * Writes the sorted marks with the next version of each row, and what follows from them: held, caught up, what is written to whom.
 * Call it inside the transaction.
 */
export function writeMarks(
	context: AppContext,
	tx: Db,
	actor: Actor,
	{ day, sorted, correctionReason, now }: MarksToWrite,
): void {
	const markedBy = actor.kind === 'staff' ? actor.staffId : null;
	const entries = sorted.writes.map(({ row, entry }) => ({
		...entry,
		enrolmentId: row.enrolmentId,
		version: row.version + 1,
		correctionReason: isCorrection(row, entry, day.session) ? correctionReason : null,
		markedAt: now,
		markedBy,
	}));
	insertMarks(tx, day.session.id, entries);
	if (hasStarted(day.session, now)) {
		if (entries.some(({ mark }) => mark !== null)) noteHeld(tx, day);
		noteCaughtUp(tx, day.session, entries, context.content.programmeOf(day.cohort).thresholds);
	}
	replan(context, tx, { sessionId: day.session.id });
	settleNudges(context, tx, day.session.id);
}
