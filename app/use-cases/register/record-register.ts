import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { isCorrection } from '#app/domain/attendance/correction.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listMarksAt, listRegisterRows, type RegisterRow } from '#db/queries/registers.ts';
import { findSessionDay, type SessionDay } from '#db/queries/session-day.ts';
import { insertMarks } from '#db/stores/registers.ts';
import { audited } from '../audit/audited.ts';
import { noteCaughtUp } from '../catch-ups/note-caught-up.ts';
import { noteHeld } from './note-held.ts';
import { refuseCorrections } from './refuse-corrections.ts';
import { type Choice, type MarkConflict, type SortedChoices, sortChoices } from './sort-choices.ts';

export type RegisterToRecord = {
	readonly sessionId: SessionId;
	readonly choices: readonly Choice[];
	/** Sets everyone to attended whose row nobody has filled in, neither on this page nor meanwhile. */
	readonly restAttended: boolean;
	/** Why what was recorded is changed, once the facilitators' own days for it are over. */
	readonly correctionReason: string | null;
};

export type RecordedRegister = {
	/** Whose marks were written; empty when nothing had changed. */
	readonly written: readonly EnrolmentId[];
	/** Whose marks were not, because a colleague's came first. */
	readonly conflicts: readonly MarkConflict[];
};

type Refusal =
	| 'not-found'
	| 'session-cancelled'
	| 'not-on-register'
	| 'marks-at-fault'
	| 'too-late-to-correct'
	| 'correction-reason-missing';

/**
 * Records the marks that were chosen and says with the first of them that the session went ahead. Refused as a whole for
 * somebody who is not on the register, for marks at fault (details: `faults`, one for each person), and for corrections
 * that are too late or lack their reason (details: `enrolmentIds`). A conflict leaves out that one person only (§5.5, §5.6).
 */
export function recordRegister(
	context: AppContext,
	actor: Actor,
	input: RegisterToRecord,
): Outcome<RecordedRegister, Refusal> {
	const now = context.clock.now();
	const record = ['session', input.sessionId] as const;
	return audited(context, { actor, action: 'register-recorded', record }, (tx, tell) => {
		const day = findSessionDay(tx, actor, input.sessionId, 'write', 'register');
		if (!day) return refused('not-found');
		if (day.session.state === 'cancelled') return refused('session-cancelled');
		const rows = listRegisterRows(tx, actor, input.sessionId);
		const known = new Set(rows.map((row) => row.enrolmentId));
		if (!input.choices.every(({ enrolmentId }) => known.has(enrolmentId))) return refused('not-on-register');
		const { session } = day;
		const sorted = sortChoices({ ...input, rows, session, now, markAt: marksAt(tx, actor, input, rows) });
		if (sorted.faults.length > 0) return refused('marks-at-fault', { faults: sorted.faults });
		const refusal = refuseCorrections(day, sorted.writes, input.correctionReason, now);
		if (refusal) return refusal;
		const { writes, conflicts } = sorted;
		tell({
			people: writes.map(({ row }) => row.personId),
			details: { marks: writes.length, conflicts: conflicts.length },
		});
		writeMarks(context, tx, actor, { day, sorted, correctionReason: input.correctionReason, now });
		return done({ written: sorted.writes.map(({ row }) => row.enrolmentId), conflicts: sorted.conflicts });
	});
}

/** What the rows said when the page was opened, read for those only that have changed since. */
function marksAt(tx: Db, actor: Actor, { sessionId, choices }: RegisterToRecord, rows: readonly RegisterRow[]) {
	const versions = new Map(rows.map((row) => [row.enrolmentId, row.version]));
	const stale = choices.filter((choice) => versions.get(choice.enrolmentId) !== choice.openedVersion);
	const marks = listMarksAt(
		tx,
		actor,
		sessionId,
		stale.map(({ enrolmentId, openedVersion }) => ({ enrolmentId, version: openedVersion })),
	);
	return ({ enrolmentId }: Choice) => marks.find((mark) => mark.enrolmentId === enrolmentId);
}

type MarksToWrite = {
	readonly day: SessionDay;
	readonly sorted: SortedChoices;
	readonly correctionReason: string | null;
	readonly now: Instant;
};

function writeMarks(
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
	if (!hasStarted(day.session, now)) return;
	if (entries.some(({ mark }) => mark !== null)) noteHeld(tx, day);
	noteCaughtUp(tx, day.session, entries, context.content.programmeOf(day.cohort).thresholds);
}
