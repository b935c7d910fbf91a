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
	const recorded = facts.filter((fact) => isExposure(fact) && fact.mark !== null).map(({ planNumber }) => planNumber);
	return {
		received: countReceived(receiptsOf(facts, caughtUpPlans, thresholds)),
		outOf: new Set([...recorded, ...caughtUpPlans]).size,
	};
}
