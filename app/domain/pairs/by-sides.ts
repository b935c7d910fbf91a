import type { Side } from '../programmes/programme.ts';
import type { CohortId } from '../shared/ids.ts';

/** The two cohorts of a pair by their sides; `own` is of one side of families, the other of the opposed one. */
export function pairBySides({ id, side }: { readonly id: CohortId; readonly side: Side }, otherId: CohortId) {
	return side === 'perpetrator'
		? { perpetratorCohortId: id, survivorCohortId: otherId }
		: { perpetratorCohortId: otherId, survivorCohortId: id };
}
