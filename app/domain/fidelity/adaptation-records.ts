import { hasStarted, type Session } from '../scheduling/session.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import type { RatedActivity } from './delivery-log.ts';
import { type Adaptation, type AdaptationContext, faultsOfAdaptation, isPlanned } from './frame.ts';

/** What a lead decides of an adaptation that was proposed before its session. */
export const ADAPTATION_DECISIONS = ['approved', 'declined'] as const;
export type AdaptationDecision = (typeof ADAPTATION_DECISIONS)[number];

/** Where an adaptation stands: proposed beforehand, it waits for a lead or was decided on; otherwise it is unplanned. */
export type AdaptationStanding = 'waiting' | AdaptationDecision | 'unplanned';

/** What is said of an adaptation. Whether it is planned is not asked: it is if it is written before the session starts. */
export type SaidAdaptation = Omit<Adaptation, 'planned'>;

/**
 * The adaptation as it is stored: planned before the session’s start, a reaction from then on (§7.5). Refused for a session
 * that did not go ahead, or as `faulty-adaptation` with every fault of the answers (`faults`).
 */
export function checkAdaptation(
	said: SaidAdaptation,
	context: AdaptationContext,
	session: Pick<Session, 'state' | 'time'>,
	now: Instant,
): Outcome<Adaptation, 'session-cancelled' | 'faulty-adaptation'> {
	if (session.state === 'cancelled') return refused('session-cancelled');
	const adaptation = { ...said, planned: hasStarted(session, now) ? 'reactive' : 'proactive' };
	const faults = faultsOfAdaptation(adaptation, context);
	return faults.length > 0 ? refused('faulty-adaptation', { faults }) : done(adaptation);
}

/** Where an adaptation stands; a reaction in the room is never approved afterwards. */
export function standingOf(
	adaptation: Pick<Adaptation, 'planned'>,
	decision: AdaptationDecision | null,
): AdaptationStanding {
	return isPlanned(adaptation) ? (decision ?? 'waiting') : 'unplanned';
}

/**
 * Whether a lead may decide on it: once, of one that was proposed, and never of one of their own. Declining needs a reason.
 */
export function checkDecision(
	standing: AdaptationStanding,
	{ isOwn, decision, reason }: { isOwn: boolean; decision: AdaptationDecision; reason: string | null },
): Outcome<undefined, 'not-proposed' | 'decided-already' | 'own-proposal' | 'reason-needed'> {
	if (standing === 'unplanned') return refused('not-proposed');
	if (standing !== 'waiting') return refused('decided-already', { standing });
	if (isOwn) return refused('own-proposal');
	return decision === 'declined' && reason === null ? refused('reason-needed') : done();
}

/** The activities that a log says were changed and of which nobody said what was changed: missing, and never “as intended”. */
export function changesWithoutRecord(
	ratings: readonly Pick<RatedActivity, 'activityKey' | 'rating'>[],
	records: readonly Pick<Adaptation, 'activityKey'>[],
): readonly string[] {
	const said = new Set(records.map(({ activityKey }) => activityKey));
	const isChanged = (rating: RatedActivity['rating']) => rating === 'delivery-changed' || rating === 'content-changed';
	return ratings
		.filter(({ activityKey, rating }) => isChanged(rating) && !said.has(activityKey))
		.map(({ activityKey }) => activityKey);
}
