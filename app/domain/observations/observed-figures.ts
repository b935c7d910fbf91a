import { compareWithObserved, type Figure, type ObservedItem, observedFigure } from '../fidelity/dimensions.ts';
import { FIDELITY_DIMENSIONS, type FidelityDimension } from '../programmes/programme.ts';
import type { SessionId, StaffId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { ItemScore } from './observation.ts';
import { type ObservationForm, scaleOf } from './observation-form.ts';

/** A released observation, with when it was first submitted. */
export type ReleasedObservation = {
	readonly sessionId: SessionId;
	readonly observerId: StaffId;
	readonly submittedAt: Instant;
	readonly formVersion: number;
	readonly scores: readonly ItemScore[];
};

/**
 * The observation of each session that its figures come from: the one submitted first, ties by the observer’s id. A second
 * rater’s is for training, and two are never averaged (§7.3; as with two delivery logs).
 */
export function chooseObservations<One extends Pick<ReleasedObservation, 'sessionId' | 'observerId' | 'submittedAt'>>(
	observations: readonly One[],
): readonly One[] {
	const orderOf = ({ submittedAt, observerId }: One) => `${submittedAt} ${observerId}`;
	return [...Map.groupBy(observations, ({ sessionId }) => sessionId).values()].map(
		(ofSession) => ofSession.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))[0]!,
	);
}

/** Every item of the form with its score, null where there is none. */
export function observedItems(
	form: Pick<ObservationForm, 'items'>,
	scores: readonly ItemScore[],
): readonly ObservedItem[] {
	return form.items.map((item) => ({
		dimension: item.dimension,
		score: scores.find(({ itemKey }) => itemKey === item.key)?.score ?? null,
		...scaleOf(item),
	}));
}

export type ApartFigures = {
	readonly dimension: FidelityDimension;
	/** What facilitators say of the same sessions; null where nothing of theirs speaks of the dimension. */
	readonly self: Figure | null;
	readonly observed: Figure;
	readonly compared: ReturnType<typeof compareWithObserved>;
};

/** Self-report and observation of the same sessions, dimension by dimension, each for itself and never averaged (§7.3). */
export function figuresApart(
	self: Readonly<Partial<Record<FidelityDimension, Figure | null>>>,
	items: readonly ObservedItem[],
): readonly ApartFigures[] {
	return FIDELITY_DIMENSIONS.map((dimension) => {
		const own = self[dimension] ?? null;
		const observed = observedFigure(items, dimension);
		return { dimension, self: own, observed, compared: own && compareWithObserved(own.share, observed.share) };
	});
}
