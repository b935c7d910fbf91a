import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type DecisionRefusal, mayDecide, type PlanDecision } from '#app/domain/scheduling/changes/plan-decisions.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findPlanDecision, listSessionsOfPlan } from '#db/queries/schedule-changes.ts';
import { findSession } from '#db/queries/sessions.ts';
import { insertPlanDecision } from '#db/stores/schedule-changes.ts';
import { audited } from '../audit/audited.ts';
import { readTerm } from './read-term.ts';

export type DecisionToSave = {
	readonly sessionId: SessionId;
	readonly decision: PlanDecision;
	/** The session with which the plan is merged, or into which it runs over. */
	readonly otherSessionId: SessionId | null;
	readonly reason: string;
};

/**
 * Records that the plan of a session was left out, merged with that of another session, or split over two, with the reason.
 * Nothing is moved by it, and nothing else ever merges or splits plans. Refused as `mayDecide` says. (§2.8)
 */
export function decidePlan(
	context: AppContext,
	actor: Actor,
	{ sessionId, decision, otherSessionId, reason }: DecisionToSave,
): Outcome<undefined, 'not-found' | DecisionRefusal> {
	const { clock } = context;
	const record = ['session', sessionId] as const;
	return audited(context, { actor, action: 'plan-decided', record }, (tx, tell) => {
		const session = findSession(tx, actor, sessionId, 'write', 'session');
		const read = session && readTerm(context, tx, actor, session.cohortId);
		if (!session || !read || session.enrolmentId !== null || session.kind === 'catch-up') return refused('not-found');
		const ruled = mayDecide(decision, {
			session,
			isScheduledAgain: listSessionsOfPlan(tx, actor, session).some(({ state }) => state !== 'cancelled'),
			isDecided: findPlanDecision(tx, actor, sessionId) !== null,
			other: read.term.find(({ id }) => id === otherSessionId) ?? null,
			now: clock.now(),
		});
		if (!ruled.done) return ruled;
		tell({ details: { decision } });
		insertPlanDecision(tx, {
			sessionId,
			decision,
			otherSessionId: decision === 'not-delivered' ? null : otherSessionId,
			reason,
			decidedAt: clock.now(),
			decidedBy: actor.kind === 'staff' ? actor.staffId : null,
		});
		return done();
	});
}
