import type { AppContext } from '#app/context.ts';
import { type Actor, CLOCK } from '#app/domain/access/actor.ts';
import { mayBeNotHeld } from '#app/domain/scheduling/not-held.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { countConcerns } from '#db/queries/attendance/concerns.ts';
import { listNoteAuthors } from '#db/queries/debrief/debriefs.ts';
import { countSessionLogs } from '#db/queries/delivery-logs.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { updateSession } from '#db/stores/sessions.ts';
import { audited } from '../audit/audited.ts';
import { settleNudges } from '../notices/nudge-staff.ts';
import { replan } from '../reminders/replan.ts';
import { keepLadder } from '../tasks/keep-ladder.ts';
import { expectAtPlaceholder } from './placeholder.ts';

type Refusal =
	| 'not-found'
	| 'changed-meanwhile'
	| 'cancelled-already'
	| 'day-not-come'
	| 'has-marks'
	| 'has-log'
	| 'has-records';

/**
 * Records that a session did not go ahead, and why. Nobody is counted as absent from it; the plan is still to be delivered.
 * Refused before the day itself, once anything but apologies is recorded or something is written of how it went, and when
 * the session changed since the page was opened (`version`).
 */
export function recordNotHeld(
	context: AppContext,
	actor: Actor,
	input: { readonly sessionId: SessionId; readonly version: number; readonly reason: string },
): Outcome<undefined, Refusal> {
	const now = context.clock.now();
	const record = ['session', input.sessionId] as const;
	return audited(context, { actor, action: 'session-not-held', record }, (tx) => {
		const day = findSessionDay(tx, actor, input.sessionId, 'write', 'register');
		if (!day) return refused('not-found');
		const { session } = day;
		// The rule counts what is there, not what the actor may read of it.
		const said = countConcerns(tx, CLOCK, session.id) + listNoteAuthors(tx, CLOCK, session.id).length;
		const logs = countSessionLogs(tx, actor, session.id);
		const record = { rows: listRegisterRows(tx, actor, session.id), logs, said };
		const ruled = mayBeNotHeld(session, record, now);
		if (!ruled.done) return ruled;
		const change = {
			state: 'cancelled' as const,
			stateReason: input.reason,
			sequence: session.sequence + 1,
			changedAt: now,
		};
		if (!updateSession(tx, session.id, input.version, change)) return refused('changed-meanwhile');
		expectAtPlaceholder(tx, session, true);
		keepLadder(context, tx, actor, { sessionId: session.id });
		replan(context, tx, { cohortId: session.cohortId });
		settleNudges(context, tx, session.id);
		return done();
	});
}
