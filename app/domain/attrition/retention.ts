import { type AttendanceFact, wasThere } from '../attendance/attendance-fact.ts';
import type { Session } from '../scheduling/session.ts';
import type { Observation } from '../statistics/observation.ts';
import type { EnrolmentState } from './enrolment-states.ts';
import type { ExitKind } from './exit-kinds.ts';

/** One member of a cohort as the retention curve needs them. */
export type RetentionMember = { readonly state: EnrolmentState; readonly facts: readonly AttendanceFact[] };

/** `cause` tells drop-out from removal, for the cumulative incidence; null for somebody who has not left. */
export type RetentionObservation = Observation & { readonly cause: ExitKind | null };

/** `neverAttended` people belong to the funnel before the start, and are in no curve. */
export type Retention = {
	readonly observations: readonly RetentionObservation[];
	readonly neverAttended: number;
};

/**
 * The members of one cohort as survival observations over the plan's session number. Somebody is at risk from the first
 * session attended (entry = that − 1, so late joiners enter late); left or removed is an event at the last session
 * attended; completed, or still enrolled, is censored at the last session that was held. A cancelled session is no
 * exposure. `group` names the cohort for a comparison. (facts/evaluation §3, adaptation; domain rules §6.2)
 */
export function retentionOf(
	members: readonly RetentionMember[],
	sessions: readonly Pick<Session, 'planNumber' | 'state'>[],
	group = 'all',
): Retention {
	const lastHeld = Math.max(0, ...sessions.filter(({ state }) => state === 'held').map(({ planNumber }) => planNumber));
	const observations = members.flatMap((member) => observationOf(member, lastHeld, group) ?? []);
	return { observations, neverAttended: members.length - observations.length };
}

function observationOf(member: RetentionMember, lastHeld: number, group: string): RetentionObservation | null {
	const attended = member.facts.filter(wasThere).map(({ planNumber }) => planNumber);
	if (attended.length === 0) return null;
	const [first, last] = [Math.min(...attended), Math.max(...attended)];
	const cause = member.state === 'left' || member.state === 'removed' ? member.state : null;
	return { entry: first - 1, exit: cause ? last : Math.max(last, lastHeld), event: cause !== null, cause, group };
}
