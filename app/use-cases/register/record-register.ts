import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listMarksAt, listRegisterRows, type RegisterRow } from '#db/queries/registers.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { countVisibleTasks } from '#db/queries/tasks/tasks.ts';
import { audited } from '../audit/audited.ts';
import { raiseConcerns } from '../concerns/raise-concerns.ts';
import { keepLadder } from '../tasks/keep-ladder.ts';
import { refuseCorrections } from './refuse-corrections.ts';
import { type Choice, type MarkConflict, sortChoices } from './sort-choices.ts';
import { writeMarks } from './write-marks.ts';

export type RegisterToRecord = {
	readonly sessionId: SessionId;
	readonly choices: readonly Choice[];
	/** Sets everyone to attended whose row nobody has filled in, neither on this page nor meanwhile. */
	readonly restAttended: boolean;
	/** Puts earlier entries of the history back as they stood (§5.5: nothing is lost by taking a change back). */
	readonly restores?: boolean;
	/** Who concerned the actor. A tick that was saved before says nothing new. */
	readonly concerns?: readonly EnrolmentId[];
	/** Why what was recorded is changed, once the facilitators' own days for it are over. */
	readonly correctionReason: string | null;
};

export type RecordedRegister = {
	/** Whose marks were written; empty when nothing had changed. */
	readonly written: readonly EnrolmentId[];
	/** Whose marks were not, because a colleague's came first. */
	readonly conflicts: readonly MarkConflict[];
	/** How many tasks that the actor may see are no longer needed, because their absence is no more. */
	readonly tasksClosed: number;
	/** Whom a concern was raised about with this save. */
	readonly raised: readonly EnrolmentId[];
};

type Refusal =
	| 'not-found'
	| 'session-cancelled'
	| 'not-on-register'
	| 'marks-at-fault'
	| 'concern-not-taken'
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
		const ticked = input.concerns ?? [];
		const named = [...input.choices.map(({ enrolmentId }) => enrolmentId), ...ticked];
		if (!named.every((enrolmentId) => known.has(enrolmentId))) return refused('not-on-register');
		const { session } = day;
		const sorted = sortChoices({ ...input, rows, session, now, markAt: marksAt(tx, actor, input, rows) });
		if (sorted.faults.length > 0) return refused('marks-at-fault', { faults: sorted.faults });
		const refusal = refuseCorrections(day, sorted.writes, input.correctionReason, now);
		if (refusal) return refusal;
		const concerned = raiseConcerns(context, tx, actor, { day, ticked });
		if (!concerned.done) return concerned;
		const { writes, conflicts } = sorted;
		const raised = concerned.value;
		const people = [...writes.map(({ row }) => row.personId), ...personsOf(rows, raised)];
		tell({ people, details: { marks: writes.length, conflicts: conflicts.length, concerns: raised.length } });
		writeMarks(context, tx, actor, { day, sorted, correctionReason: input.correctionReason, now });
		const enrolmentIds = writes.map(({ row }) => row.enrolmentId);
		// The first mark says that the session went ahead, and with that apologies from before count as missed.
		const of = session.state === 'scheduled' ? input : { enrolmentIds };
		const { closed } = writes.length > 0 ? keepLadder(context, tx, actor, of) : NOTHING_KEPT;
		const tasksClosed = countVisibleTasks(tx, actor, closed);
		return done({ written: enrolmentIds, conflicts, tasksClosed, raised });
	});
}

function personsOf(rows: readonly RegisterRow[], of: readonly EnrolmentId[]) {
	return rows.filter(({ enrolmentId }) => of.includes(enrolmentId)).map(({ personId }) => personId);
}

const NOTHING_KEPT = { closed: [] };

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
