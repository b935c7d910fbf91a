import { type Share, shareOf } from '../statistics/percentages.ts';
import type { EnrolmentState } from './enrolment-states.ts';
import type { Place } from './retention.ts';

/** How far a place can come. Half-way is a session attended in the second half of the plan (facts/evaluation §2). */
export const FUNNEL_STAGES = ['enrolled', 'started', 'half-way', 'completed'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** What became of a place. `not-recorded`: the term is over, and nobody has said how the place ended. */
export const FATES = ['completed', 'in-progress', 'not-recorded', 'left', 'removed'] as const;
export type Fate = (typeof FATES)[number];

/** A place with what its cohort says of it: how many plans there are, and whether its last session is behind it. */
export type PlaceInTerm = Place & { readonly plans: number; readonly isTermOver: boolean };

/** Everybody who came so far: who went on, and of the others who left, who was removed, and who is no loss at all. */
export type FunnelStep = {
	readonly stage: FunnelStage;
	readonly reached: number;
	/** Who went on, of those of whom it is decided; null at the last stage. */
	readonly wentOn: Share | null;
	readonly left: number;
	readonly removed: number;
	readonly inProgress: number;
	readonly notRecorded: number;
};

/**
 * From enrolled to completed, a step each. What is lost before somebody started stands at the first step and is never
 * added to what is lost afterwards; who is in progress is a loss nowhere and in no percentage (§6.1). The parts of a step
 * and those who went on add up to everybody who reached it.
 */
export function enrolmentFunnel(places: readonly PlaceInTerm[]): readonly FunnelStep[] {
	return FUNNEL_STAGES.map((stage, at) => {
		const reached = places.filter((place) => stageAt(place) >= at);
		const here = reached.filter((place) => stageAt(place) === at);
		const count = (fate: Fate) => here.filter((place) => fateOf(place) === fate).length;
		const lost = { left: count('left'), removed: count('removed') };
		const further = reached.length - here.length;
		const isLast = at === FUNNEL_STAGES.length - 1;
		return {
			stage,
			reached: reached.length,
			wentOn: isLast ? null : shareOf(further, further + lost.left + lost.removed),
			...lost,
			inProgress: count('in-progress'),
			notRecorded: count('not-recorded'),
		};
	});
}

/** The furthest stage that a place came to. */
export function furthestStage(place: PlaceInTerm): FunnelStage {
	return FUNNEL_STAGES[stageAt(place)]!;
}

/** What became of a place, as it stands now. */
export function fateOf({ state, isTermOver }: { readonly state: EnrolmentState; readonly isTermOver: boolean }): Fate {
	if (state === 'completed' || state === 'left' || state === 'removed') return state;
	return isTermOver ? 'not-recorded' : 'in-progress';
}

/** The number of the first plan of the second half: 9 of 17, 6 of 10. */
export function halfWayPlan(plans: number): number {
	return Math.floor(plans / 2) + 1;
}

function stageAt({ state, attended, plans }: PlaceInTerm): number {
	if (state === 'completed') return FUNNEL_STAGES.length - 1;
	if (attended === null) return 0;
	return attended.last >= halfWayPlan(plans) ? 2 : 1;
}
