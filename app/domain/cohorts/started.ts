import { isActive } from '../attrition/enrolment.ts';
import type { EnrolmentState } from '../attrition/enrolment-states.ts';

/** One place in a cohort: how it stands, and whether its holder has attended at least once. */
export type PlaceTaken = { readonly state: EnrolmentState; readonly hasAttended: boolean };

/** Counts of people. `stayed` of `started`: the two that belong together. */
export type StartedCount = {
	/** Attended at least once. */
	readonly started: number;
	/** Started and have not left: still on the programme, or completed it. */
	readonly stayed: number;
	/** Hold a place and have not attended yet. */
	readonly notYetStarted: number;
	/** Gave up or lost their place without ever attending: never counted with those who left (§6.1). */
	readonly neverStarted: number;
};

/** Who of a cohort has started and stayed: losses before and after the first session attended stay apart (§6.1). */
export function countStarted(places: readonly PlaceTaken[]): StartedCount {
	const started = places.filter((place) => place.hasAttended);
	const others = places.filter((place) => !place.hasAttended);
	return {
		started: started.length,
		stayed: places.filter(hasStayed).length,
		notYetStarted: others.filter(({ state }) => isActive(state)).length,
		neverStarted: others.filter(({ state }) => !isActive(state)).length,
	};
}

/** Whether somebody started and has not left. */
export function hasStayed({ state, hasAttended }: PlaceTaken): boolean {
	return hasAttended && (isActive(state) || state === 'completed');
}
