import type { Instant } from '../../shared/instant.ts';
import { done, type Outcome, refused } from '../../shared/outcome.ts';
import { hasStarted } from '../session.ts';
import { isInOrder, type TermSession } from './term.ts';

/**
 * What people decide about a plan that was not delivered in a session of its own: that it was left out, a gap in fidelity;
 * or an adaptation: that it is delivered together with another plan, or that the rest of it runs over into another.
 */
export const PLAN_DECISIONS = ['not-delivered', 'merged', 'split'] as const;
export type PlanDecision = (typeof PLAN_DECISIONS)[number];

export type DecisionFacts = {
	readonly session: Pick<TermSession, 'planNumber' | 'kind' | 'state' | 'time'>;
	/** Another session of its plan stands: the plan was scheduled again. */
	readonly isScheduledAgain: boolean;
	readonly isDecided: boolean;
	/** The session with which the plan is merged, or into which it runs over; null for neither. */
	readonly other: Pick<TermSession, 'planNumber' | 'kind' | 'state'> | null;
	readonly now: Instant;
};
export type DecisionRefusal =
	| 'not-cancelled'
	| 'not-held'
	| 'scheduled-again'
	| 'decided-already'
	| 'other-session-missing'
	| 'other-session-unfit';

/**
 * Whether this may be recorded of the session's plan, once. A plan is left out or merged only when its session was
 * cancelled and not scheduled again; it is split only when its session has started and stands. What it is merged with, or
 * runs over into, is a group or review session of another plan that stands. Two plans never become one otherwise (§2.8).
 */
export function mayDecide(decision: PlanDecision, facts: DecisionFacts): Outcome<undefined, DecisionRefusal> {
	const { session, isScheduledAgain, isDecided, other, now } = facts;
	if (isDecided) return refused('decided-already');
	if (decision === 'split') {
		if (session.state === 'cancelled' || !hasStarted(session, now)) return refused('not-held');
	} else {
		if (session.state !== 'cancelled') return refused('not-cancelled');
		if (isScheduledAgain) return refused('scheduled-again');
	}
	if (decision === 'not-delivered') return done();
	if (other === null) return refused('other-session-missing');
	const fits = other.planNumber !== session.planNumber && isInOrder(other) && other.state !== 'cancelled';
	return fits ? done() : refused('other-session-unfit');
}
