import { type Fate, fateOf, type PlaceInTerm } from './enrolment-funnel.ts';

/** How the places of terms that are over ended: the only ones that a published figure may stand beside. */
export type TermOutcomes = Readonly<Record<'places' | 'completed' | 'left' | 'removed' | 'notRecorded', number>>;

/**
 * Outcomes out of everybody with a place, and out of those who started. Only terms that are over count: while one goes on,
 * those who leave are known and those who stay are not, so that every share would be of losses (facts/attrition-benchmarks,
 * “must not be mixed” 8).
 */
export function outcomesOfTerms(
	places: readonly PlaceInTerm[],
): Readonly<Record<'enrolled' | 'started', TermOutcomes>> {
	const over = places.filter(({ isTermOver }) => isTermOver);
	return { enrolled: countOutcomes(over), started: countOutcomes(over.filter(({ attended }) => attended !== null)) };
}

function countOutcomes(places: readonly PlaceInTerm[]): TermOutcomes {
	const count = (fate: Fate) => places.filter((place) => fateOf(place) === fate).length;
	return {
		places: places.length,
		completed: count('completed'),
		left: count('left'),
		removed: count('removed'),
		notRecorded: count('not-recorded'),
	};
}
