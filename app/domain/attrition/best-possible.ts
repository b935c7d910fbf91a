import type { Programme } from '../programmes/programme.ts';
import type { Instant } from '../shared/instant.ts';
import { type PersonOnProgramme, type PlanReach, type Reach, reachOfPlans } from './reach.ts';

/** How far somebody can still get, in plans; `possible` is the sum of the four before it. */
export type BestPossible = {
	readonly received: number;
	/** Held and without a mark yet: may turn out received. */
	readonly notRecorded: number;
	readonly toCome: number;
	/** Catch-ups that would still count: owed, in time, and within the number that the programme allows. */
	readonly catchUpsOpen: number;
	readonly possible: number;
	/** Plans that the completion rule asks for, of `plans`. */
	readonly needed: number;
	readonly plans: number;
	/** How many sessions to come may be missed and the share still be reached, catch-ups counted in; required plans apart. */
	readonly mayMiss: number;
	/** Numbers of required plans that can no longer be received. */
	readonly requiredOutOfReach: readonly number[];
	readonly individual: { readonly needed: number; readonly possible: number };
	readonly canComplete: boolean;
	/** `last-chance`: not one more may be missed. The system alerts and never removes anybody (§3.8, §5.10). */
	readonly standing: 'reached' | 'possible' | 'last-chance' | 'impossible';
};

/**
 * Received + still to come + catch-ups still allowed, against the completion rule of the programme version (§5.10).
 * An apology in advance is not to come and can be caught up; a plan that was cancelled, lies before the person joined, or
 * whose catch-up is too late counts for nothing. The share asked for is rounded up to whole plans. Core activities are not
 * judged here: they need the delivery logs (§7.8).
 */
export function bestPossible(
	person: PersonOnProgramme,
	programme: Pick<Programme, 'plans' | 'thresholds'>,
	now: Instant,
): BestPossible {
	const { completion, catchUps } = programme.thresholds;
	const catchUpsLeft = Math.max(0, catchUps.allowed - new Set(person.caughtUpPlans).size);
	const reached = reachOfPlans(person, programme, { catchUpsLeft, now });
	const counts: Partial<Record<Reach, number>> = {};
	for (const { reach } of reached) counts[reach] = (counts[reach] ?? 0) + 1;
	const count = (reach: Reach) => counts[reach] ?? 0;

	const needed = wholePlans(completion.shareOfSessions, programme.plans.length);
	const [received, notRecorded, toCome] = [count('received'), count('not-recorded'), count('to-come')];
	const catchUpsOpen = Math.min(catchUpsLeft, count('catch-up'));
	const possible = received + notRecorded + toCome + catchUpsOpen;
	const special = specialPlans(reached, completion, catchUpsLeft);
	const canComplete = possible >= needed && special.possible;
	// A session missed from now on costs nothing while a catch-up is left for it.
	const spare = possible - needed + catchUpsLeft - catchUpsOpen;
	const mayMiss = canComplete ? Math.min(toCome, spare) : 0;
	const hasReached = received >= needed && special.reached;
	const open = mayMiss === 0 ? 'last-chance' : 'possible';
	return {
		received,
		notRecorded,
		toCome,
		catchUpsOpen,
		possible,
		needed,
		plans: programme.plans.length,
		mayMiss,
		requiredOutOfReach: special.requiredOutOfReach,
		individual: special.individual,
		canComplete,
		standing: hasReached ? 'reached' : canComplete ? open : 'impossible',
	};
}

/** What the rule asks of single plans: each required one, and a number of individual sessions, sharing the catch-ups left. */
function specialPlans(
	reached: readonly PlanReach[],
	rule: Programme['thresholds']['completion'],
	catchUpsLeft: number,
) {
	const required = reached.filter(({ plan }) => rule.requiredSessions.includes(plan.number));
	const individual = reached.filter(({ plan }) => plan.kind === 'individual');
	const requiredOutOfReach = required.filter(({ reach }) => reach === 'out-of-reach').map(({ plan }) => plan.number);
	const byCatchUp = required.filter(({ reach }) => reach === 'catch-up');
	const withoutCatchUp = individual.filter(({ reach }) => reach !== 'out-of-reach' && reach !== 'catch-up').length;
	const spare = Math.max(0, catchUpsLeft - byCatchUp.filter(({ plan }) => plan.kind !== 'individual').length);
	const open = Math.min(spare, individual.filter(({ reach }) => reach === 'catch-up').length);
	const has = (one: PlanReach) => one.reach === 'received';
	return {
		requiredOutOfReach,
		individual: { needed: rule.requiredIndividualSessions, possible: withoutCatchUp + open },
		possible:
			requiredOutOfReach.length === 0 &&
			byCatchUp.length <= catchUpsLeft &&
			withoutCatchUp + open >= rule.requiredIndividualSessions,
		reached: required.every(has) && individual.filter(has).length >= rule.requiredIndividualSessions,
	};
}

// The small allowance keeps a share such as 0.56 of 25 at 14, although it is 14.000000000000002 in binary.
function wholePlans(share: number, plans: number): number {
	return Math.max(0, Math.ceil(share * plans - 1e-9));
}
