import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { countSessionLogs } from '#db/queries/delivery-logs.ts';
import { listRegisterRows } from '#db/queries/registers.ts';
import { findSession, type SessionRow } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { expectNoLonger } from '#db/stores/registers.ts';
import { updateSession } from '#db/stores/sessions.ts';
import { audited } from '../audit/audited.ts';
import { replan } from '../reminders/replan.ts';

export type CatchUpToCancel = {
	readonly sessionId: SessionId;
	/** Who no longer comes; all of them cancels the catch-up. */
	readonly enrolmentIds: readonly EnrolmentId[];
	/** Kept with a catch-up that is cancelled, and needed for one. */
	readonly reason: string | null;
};
type Refusal = 'not-found' | 'nobody-chosen' | 'cancelled-already' | 'held-already' | 'has-log' | 'reason-missing';
export type CatchUpCancelled = { readonly isCancelled: boolean };

/** The catch-up and everybody who is expected at it, if the actor may take it back; null otherwise. */
export function readBookedCatchUp(db: Db, actor: Actor, sessionId: SessionId) {
	const session = findSession(db, actor, sessionId, 'read', 'session');
	if (session?.kind !== 'catch-up' || !mayOn(db, actor, 'write', 'catch-up', session.cohortId)) return null;
	return { session, rows: listRegisterRows(db, actor, sessionId) };
}

/**
 * Takes people off a catch-up that is booked, or cancels it when nobody is left: what they missed is needed again. Refused
 * once its register says that it was held, or a log does. What was held is corrected in its register. (§5.8)
 */
export function cancelCatchUp(
	context: AppContext,
	actor: Actor,
	{ sessionId, enrolmentIds, reason }: CatchUpToCancel,
): Outcome<CatchUpCancelled, Refusal> {
	const record = ['session', sessionId] as const;
	return audited(context, { actor, action: 'catch-up-cancelled', record }, (tx, tell) => {
		const read = readBookedCatchUp(tx, actor, sessionId);
		const off = read?.rows.filter((row) => enrolmentIds.includes(row.enrolmentId)) ?? [];
		if (!read || off.length !== enrolmentIds.length) return refused('not-found');
		const { session, rows } = read;
		if (off.length === 0) return refused('nobody-chosen');
		tell({ people: off.map(({ personId }) => personId), details: { places: off.length } });
		if (session.state === 'cancelled') return refused('cancelled-already');
		if (session.state === 'held') return refused('held-already');
		if (countSessionLogs(tx, actor, sessionId) > 0) return refused('has-log');
		const isCancelled = off.length === rows.length;
		// Of a cancelled one the register stays as it was: whoever takes that back finds everybody on it again.
		if (isCancelled && reason === null) return refused('reason-missing');
		if (isCancelled) cancel(tx, session, reason!, context.clock.now());
		else for (const { enrolmentId } of off) expectNoLonger(tx, enrolmentId, [sessionId]);
		replan(context, tx, { sessionId });
		return done({ isCancelled });
	});
}

/**
 * Cancels those of these catch-ups to come at which nobody is expected any more. Call it in the
 * transaction that took somebody off.
 */
export function cancelEmptyCatchUps({ clock }: AppContext, tx: Db, actor: Actor, ids: readonly SessionId[]): void {
	const now = clock.now();
	for (const id of ids) {
		const session = findSession(tx, actor, id, 'read', 'session');
		if (session?.kind !== 'catch-up' || session.state !== 'scheduled' || hasStarted(session, now)) continue;
		if (listRegisterRows(tx, actor, id).length === 0) cancel(tx, session, 'Nobody is left to come', now);
	}
}

function cancel(tx: Db, { id, version, sequence }: SessionRow, stateReason: string, now: Instant): void {
	const change = { state: 'cancelled' as const, stateReason, sequence: sequence + 1, changedAt: now };
	if (!updateSession(tx, id, version, change)) throw new Error('The session changed in its own transaction');
}
