import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { explainChanges } from '#app/domain/fidelity/adaptations/explained-changes.ts';
import { chooseLog } from '#app/domain/fidelity/delivery-log.ts';
import { listCohortAdaptations } from '#db/queries/fidelity/adaptations.ts';
import type { CohortFidelityRecord } from '#db/queries/fidelity/cohort-fidelity.ts';

export type ChangesReview = ReturnType<typeof reviewChanges>;

/**
 * What is behind each activity that the logs of the cohort’s held sessions say was changed, from the logs that its other
 * figures come from; `missing` counts held sessions without one that the actor may read. In one read (§7.5).
 */
export function reviewChanges({ db, clock }: AppContext, actor: Actor, record: CohortFidelityRecord) {
	const { cohort, sessions, logs } = record;
	const logsOf = Map.groupBy(logs, ({ sessionId }) => sessionId);
	const held = sessions.filter(({ state }) => state === 'held');
	const logged = held.flatMap(({ id }) => {
		const { used } = chooseLog(logsOf.get(id) ?? []);
		return used ? [{ sessionId: id, ratings: used.ratings }] : [];
	});
	const records = listCohortAdaptations(db, actor, cohort.id, clock.now());
	return { changes: explainChanges(logged, records), missing: held.length - logged.length };
}
