import { hasStarted, type Session } from '../scheduling/session.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';
import { isChanged } from './activity-ratings.ts';
import type { RatedActivity } from './delivery-log.ts';
import { type Adaptation, type AdaptationContext, faultsOfAdaptation, isPlanned } from './frame.ts';

/** What a lead decides of an adaptation that was proposed before its session. */
export const ADAPTATION_DECISIONS = ['approved', 'declined'] as const;
export type AdaptationDecision = (typeof ADAPTATION_DECISIONS)[number];

/**
 * Where an adaptation stands: proposed beforehand, it waits for a lead, was decided on, or nobody decided before its session
 * (`not-decided`); otherwise it is unplanned. Or another record stands in its place, or who wrote it took it back.
 */
export const ADAPTATION_STANDINGS = [
	'approved',
	'waiting',
	'declined',
	'not-decided',
	'unplanned',
	'corrected',
	'withdrawn',
] as const;
export type AdaptationStanding = (typeof ADAPTATION_STANDINGS)[number];

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

/** What is kept of a record beside its answers: whether something stands in its place, and what a lead decided. */
export type KeptAdaptation = Pick<Adaptation, 'planned'> & {
	readonly decision: AdaptationDecision | null;
	readonly isCorrected: boolean;
	readonly isWithdrawn: boolean;
};

/**
 * Where an adaptation stands. A reaction in the room is never approved afterwards, nor is a proposal that nobody decided
 * before its session (`not-decided`): planned is what a lead approved beforehand (§7.5).
 */
export function standingOf(kept: KeptAdaptation, session: Pick<Session, 'time'>, now: Instant): AdaptationStanding {
	if (kept.isCorrected) return 'corrected';
	if (kept.isWithdrawn) return 'withdrawn';
	if (!isPlanned(kept)) return 'unplanned';
	return kept.decision ?? (hasStarted(session, now) ? 'not-decided' : 'waiting');
}

/** Whether it is what is said now: neither corrected by another record nor withdrawn. */
export function stands({ standing }: { readonly standing: AdaptationStanding }): boolean {
	return standing !== 'corrected' && standing !== 'withdrawn';
}

export type DecisionRefusal =
	| 'not-proposed'
	| 'changed-meanwhile'
	| 'session-started'
	| 'decided-already'
	| 'own-proposal'
	| 'reason-needed';

/**
 * Whether a lead may decide on it: once, of one that was proposed, before its session starts, and never of one of their
 * own. Declining needs a reason. What was corrected or withdrawn meanwhile is not what the lead has read.
 */
export function checkDecision(
	standing: AdaptationStanding,
	{ isOwn, decision, reason }: { isOwn: boolean; decision: AdaptationDecision; reason: string | null },
): Outcome<undefined, DecisionRefusal> {
	if (!stands({ standing })) return refused('changed-meanwhile', { standing });
	if (standing === 'unplanned') return refused('not-proposed');
	if (standing === 'not-decided') return refused('session-started');
	if (standing !== 'waiting') return refused('decided-already', { standing });
	if (isOwn) return refused('own-proposal');
	return decision === 'declined' && reason === null ? refused('reason-needed') : done();
}

/**
 * Whether who wrote it may say it anew, or take it back: what stands, and with a reason. A correction that says the same is
 * refused, so that nothing that a lead decided is undone by it.
 */
export function checkRevision(
	standing: AdaptationStanding,
	{ reason, isSame }: { readonly reason: string | null; readonly isSame: boolean },
): Outcome<string, 'changed-meanwhile' | 'reason-needed' | 'nothing-changed'> {
	if (!stands({ standing })) return refused('changed-meanwhile', { standing });
	if (isSame) return refused('nothing-changed');
	const words = reason?.trim() || null;
	return words === null ? refused('reason-needed') : done(words);
}

/** Every answer that somebody gives; whether it is planned is not among them. */
const SAID = [
	...(['activityKey', 'when', 'how', 'isLasting', 'decidedBy', 'what', 'contentChange', 'contextChange'] as const),
	...(['level', 'fidelity', 'goal', 'reason'] as const),
] as const satisfies readonly (keyof SaidAdaptation)[];

/** Whether two accounts say the same. */
export function saysTheSame(one: SaidAdaptation, other: SaidAdaptation): boolean {
	return SAID.every((field) => one[field] === other[field]);
}

/** The activities that a log says were changed and of which nobody said what was changed: missing, and never “as intended”. */
export function changesWithoutRecord(
	ratings: readonly Pick<RatedActivity, 'activityKey' | 'rating'>[],
	records: readonly (Pick<Adaptation, 'activityKey'> & { readonly standing: AdaptationStanding })[],
): readonly string[] {
	const said = new Set(records.filter(stands).map(({ activityKey }) => activityKey));
	return ratings
		.filter(({ activityKey, rating }) => isChanged(rating) && !said.has(activityKey))
		.map(({ activityKey }) => activityKey);
}
