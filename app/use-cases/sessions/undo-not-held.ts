import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayUndoNotHeld } from '#app/domain/scheduling/not-held.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { updateSession } from '#db/stores/sessions.ts';
import { audited } from '../audit/audited.ts';

/** Takes back, on the same day, that a session did not go ahead: its register is open again (§2.8). */
export function undoNotHeld(
	context: AppContext,
	actor: Actor,
	{ sessionId }: { readonly sessionId: SessionId },
): Outcome<undefined, 'not-found' | 'not-cancelled' | 'day-is-over'> {
	const now = context.clock.now();
	const record = ['session', sessionId] as const;
	return audited(context, { actor, action: 'session-not-held-undone', record }, (tx) => {
		const day = findSessionDay(tx, actor, sessionId, 'write', 'register');
		if (!day) return refused('not-found');
		const { session } = day;
		const ruled = mayUndoNotHeld(session, session.changedAt, now);
		if (!ruled.done) return ruled;
		updateSession(tx, session.id, session.version, {
			state: 'scheduled',
			stateReason: null,
			sequence: session.sequence + 1,
			changedAt: now,
		});
		return done();
	});
}
