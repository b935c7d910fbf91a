import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { countTakingPartAnswers } from '#app/domain/attendance/taking-part.ts';
import { summariseDelivery } from '#app/domain/cohorts/summarise-delivery.ts';
import type { Figure } from '#app/domain/fidelity/dimensions.ts';
import { responsivenessFigures } from '#app/domain/fidelity/participation-figures.ts';
import { chooseObservations, figuresApart, observedItems } from '#app/domain/observations/observed-figures.ts';
import type { FidelityDimension, Programme } from '#app/domain/programmes/programme.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { CohortFidelityRecord } from '#db/queries/fidelity/cohort-fidelity.ts';
import { listReleased } from '#db/queries/observations/cohort-observations.ts';

export type ObservedReview = ReturnType<typeof reviewObserved>;

/**
 * What observers saw of a cohort and what its facilitators say of the very same sessions, dimension by dimension and
 * never averaged; only of observations that are released. Of two raters the one counts that submitted first (§7.3).
 */
export function reviewObserved(context: AppContext, actor: Actor, record: CohortFidelityRecord, programme: Programme) {
	const observations = chooseObservations(listReleased(context.db, actor, record.cohort.id));
	const observed = new Set(observations.map(({ sessionId }) => sessionId));
	const items = observations.flatMap(({ formVersion, scores }) =>
		observedItems(context.content.observationForm(formVersion), scores),
	);
	return {
		/** The sessions that both columns are of. */
		sessions: record.sessions.filter(({ id }) => observed.has(id)).map(({ id, planNumber }) => ({ id, planNumber })),
		held: record.sessions.filter(({ state }) => state === 'held').length,
		figures: figuresApart(selfReport(context, record, programme, observed), items),
	};
}

/**
 * What logs and answers of the facilitators say of these sessions; nothing of theirs speaks of quality and
 * differentiation.
 */
function selfReport(
	{ clock }: AppContext,
	{ sessions, logs, keptBack, takingPart }: CohortFidelityRecord,
	programme: Programme,
	observed: ReadonlySet<SessionId>,
): Partial<Record<FidelityDimension, Figure | null>> {
	const same = sessions.filter(({ id }) => observed.has(id));
	const { adherence, minutes } = summariseDelivery(same, logs, programme, clock.now(), keptBack);
	const answers = takingPart?.filter(({ sessionId }) => observed.has(sessionId)) ?? null;
	return {
		adherence: { share: adherence.asIntended, n: adherence.asIntended.outOf, missing: adherence.missing },
		dose: { share: minutes.minutes, n: minutes.minutes.outOf, missing: minutes.missing },
		responsiveness: answers && responsivenessFigures(countTakingPartAnswers(answers, programme.asks)).engagement,
	};
}
