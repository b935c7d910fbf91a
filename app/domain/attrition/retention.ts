import { type AttendanceFact, wasThere } from '../attendance/attendance-fact.ts';
import type { Session } from '../scheduling/session.ts';
import type { Observation } from '../statistics/observation.ts';
import type { EnrolmentState } from './enrolment-states.ts';
import type { ExitKind } from './exit-kinds.ts';

/** The first and the last plan whose session somebody attended; null for somebody who never came. */
export type AttendedSpan = { readonly first: number; readonly last: number } | null;

/** One place in a cohort: how it stands, and from where to where in the programme its holder came. */
export type Place = { readonly state: EnrolmentState; readonly attended: AttendedSpan };

/** One member of a cohort with all their rows. */
export type RetentionMember = { readonly state: EnrolmentState; readonly facts: readonly AttendanceFact[] };

/** `cause` tells drop-out from removal, for the cumulative incidence; null for somebody who has not left. */
export type RetentionObservation = Observation & { readonly cause: ExitKind | null };

/** `neverAttended` people belong to the funnel before the start, and are in no curve. */
export type Retention = {
	readonly observations: readonly RetentionObservation[];
	readonly neverAttended: number;
};

/** The same for members of whom every row is known. `group` names the cohort for a comparison. */
export function retentionOf(
	members: readonly RetentionMember[],
	sessions: readonly Pick<Session, 'planNumber' | 'state'>[],
	group = 'all',
): Retention {
	const places = members.map(({ state, facts }) => ({ state, attended: attendedSpan(facts) }));
	return retentionOfPlaces(places, lastHeldPlan(sessions), group);
}

/**
 * The places of one cohort as survival observations over the plan's session number. Somebody is at risk from the first
 * session attended (entry = that − 1, so late joiners enter late); left or removed is an event at the last session
 * attended; completed, or still enrolled, is censored at the last session that was held. A cancelled session is no
 * exposure. (facts/evaluation §3, adaptation; domain rules §6.2)
 */
export function retentionOfPlaces(places: readonly Place[], lastHeld: number, group = 'all'): Retention {
	const observations = places.flatMap((place) => observationOf(place, lastHeld, group) ?? []);
	return { observations, neverAttended: places.length - observations.length };
}

/** From the first to the last session that somebody attended, by the numbers of their plans. */
export function attendedSpan(facts: readonly AttendanceFact[]): AttendedSpan {
	const attended = facts.filter(wasThere).map(({ planNumber }) => planNumber);
	return attended.length === 0 ? null : { first: Math.min(...attended), last: Math.max(...attended) };
}

/** The number of the last plan of which a session was held; 0 before the first. */
export function lastHeldPlan(sessions: readonly Pick<Session, 'planNumber' | 'state'>[]): number {
	return Math.max(0, ...sessions.filter(({ state }) => state === 'held').map(({ planNumber }) => planNumber));
}

function observationOf({ state, attended }: Place, lastHeld: number, group: string): RetentionObservation | null {
	if (attended === null) return null;
	const { first, last } = attended;
	const cause = state === 'left' || state === 'removed' ? state : null;
	return { entry: first - 1, exit: cause ? last : Math.max(last, lastHeld), event: cause !== null, cause, group };
}
