import { type Share, shareOf } from '../statistics/percentages.ts';
import { fateOf, type PlaceInTerm } from './enrolment-funnel.ts';

/** Of those who started, who has neither left nor been removed so far: they are there still, or have completed (§6.1). */
export function stayedShare(places: readonly PlaceInTerm[]): Share {
	const started = places.filter(({ attended }) => attended !== null);
	const stayed = started.filter(({ state }) => state !== 'left' && state !== 'removed');
	return shareOf(stayed.length, started.length);
}

/**
 * Of everybody with a place, who completed; null while the term goes on, because those who leave early are known then and
 * those who complete are not (facts/attrition-benchmarks, “must not be mixed” 8).
 */
export function completedShare(places: readonly PlaceInTerm[], isTermOver: boolean): Share | null {
	if (!isTermOver) return null;
	return shareOf(places.filter((place) => fateOf(place) === 'completed').length, places.length);
}
