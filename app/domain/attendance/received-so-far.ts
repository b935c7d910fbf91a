import type { Thresholds } from '../programmes/programme.ts';
import { type AttendanceFact, isExposure } from './attendance-fact.ts';
import { countReceived, receiptsOf } from './received.ts';

export type ReceivedSoFar = { readonly received: number; readonly outOf: number };

/**
 * “Received 5 of 6”: the plans that one person received, out of those they were expected at, that were held and that have
 * a mark. A plan made up for counts in both, also when it was held before the person joined. Sessions to come, cancelled
 * or not yet recorded count in neither.
 */
export function receivedSoFar(
	facts: readonly AttendanceFact[],
	caughtUpPlans: readonly number[],
	thresholds: Pick<Thresholds, 'lateMinutes'>,
): ReceivedSoFar {
	return {
		received: countReceived(receiptsOf(facts, caughtUpPlans, thresholds)),
		outOf: countRecorded(facts, caughtUpPlans),
	};
}

/** The plans with an outcome for one person, each once: held with a mark, or made up for. */
export function countRecorded(facts: readonly AttendanceFact[], caughtUpPlans: readonly number[]): number {
	const plans = new Set(caughtUpPlans);
	for (const fact of facts) if (isExposure(fact) && fact.mark !== null) plans.add(fact.planNumber);
	return plans.size;
}
