import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { checkDebriefOpen, type DebriefRefusal } from '#app/domain/debrief/debrief.ts';
import { type SupervisionState, supervisionCause, supervisionState } from '#app/domain/debrief/supervision.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listSupervisionEntries } from '#db/queries/debrief/debriefs.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { findTaskOfCause } from '#db/queries/tasks/tasks.ts';
import { appendSupervisionEntry } from '#db/stores/debriefs.ts';
import { audited } from '../audit/audited.ts';
import { closeTaskOfCause, openTask } from '../tasks/open-task.ts';

type Asked = { readonly sessionId: SessionId; readonly words: string | null };

/** What happened to the wish, and where it stands; ask for a session whose debrief the actor may read. */
export function readSupervision(db: Db, actor: StaffActor, sessionId: SessionId) {
	const entries = listSupervisionEntries(db, actor, sessionId);
	const task = entries.length > 0 ? findTaskOfCause(db, supervisionCause(sessionId)) : null;
	return { entries, state: supervisionState(entries, task?.state ?? null) };
}

/**
 * Asks a lead to bring the session to supervision: one task on the leads’ desk, however often it is asked for and taken
 * back. Refused while it is asked for, and once a lead has said what came of it.
 */
export function askForSupervision(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, words }: Asked,
): Outcome<undefined, 'not-found' | 'asked-already' | 'held-already' | DebriefRefusal> {
	const at = context.clock.now();
	return audited(context, { actor, action: 'supervision-asked', record: ['session', sessionId] }, (tx) => {
		const day = findSessionDay(tx, actor, sessionId, 'write', 'debrief.supervision');
		if (!day) return refused('not-found');
		const open = checkDebriefOpen(day.session, at);
		if (!open.done) return open;
		const { state } = readSupervision(tx, actor, sessionId);
		if (state !== 'none') return refused(`${state}-already`);
		appendSupervisionEntry(tx, { sessionId, event: 'asked', words, at, by: actor.staffId });
		const about = { cohortId: day.cohort.id, sessionId };
		openTask(context, tx, actor, { kind: 'supervision', cause: supervisionCause(sessionId), about, words });
		return done();
	});
}

/** Takes it back: the leads’ task is closed, and that it was asked for stays in the history. Refused where nobody asks. */
export function takeBackSupervision(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, words }: Asked,
): Outcome<undefined, 'not-found' | 'none-asked' | 'held-already'> {
	const at = context.clock.now();
	return audited(context, { actor, action: 'supervision-taken-back', record: ['session', sessionId] }, (tx) => {
		if (!findSessionDay(tx, actor, sessionId, 'write', 'debrief.supervision')) return refused('not-found');
		const { state } = readSupervision(tx, actor, sessionId);
		if (state !== 'asked') return refused(TAKING_BACK[state]);
		appendSupervisionEntry(tx, { sessionId, event: 'taken-back', words, at, by: actor.staffId });
		closeTaskOfCause(context, tx, actor, supervisionCause(sessionId), 'flag-taken-back');
		return done();
	});
}

const TAKING_BACK: Readonly<Record<Exclude<SupervisionState, 'asked'>, 'none-asked' | 'held-already'>> = {
	none: 'none-asked',
	held: 'held-already',
};
