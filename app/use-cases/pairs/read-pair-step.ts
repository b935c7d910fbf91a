import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type PlanStep, proposeStep, type StepProposal, stepsOf } from '#app/domain/pairs/step.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { findPairToArrange } from '#db/queries/families/cohort-pairs.ts';
import { listSessions } from '#db/queries/sessions.ts';

export type PairInStep = {
	readonly linked: { readonly id: CohortId; readonly name: string };
	readonly steps: readonly PlanStep[];
	/** What would bring this cohort into the other’s weeks, and what the other into this one’s. */
	readonly moveOwn: StepProposal | null;
	readonly moveOther: StepProposal | null;
};

/**
 * How the cohort keeps step with the one that it is linked with, and what would bring them together again (§2.12). Null for
 * who may not change the sessions of both, and for a cohort that is not linked.
 */
export function readPairStep({ db, clock }: AppContext, actor: Actor, cohortId: CohortId): PairInStep | null {
	const linked = findPairToArrange(db, actor, cohortId);
	if (!linked) return null;
	const now = clock.now();
	const sessions = listSessions(db, actor, [cohortId, linked.id]);
	const own = sessions.filter((session) => session.cohortId === cohortId);
	const other = sessions.filter((session) => session.cohortId === linked.id);
	return {
		linked: { id: linked.id, name: linked.name },
		steps: stepsOf(own, other),
		moveOwn: proposeStep(other, own, now),
		moveOther: proposeStep(own, other, now),
	};
}
