import type { SessionTime } from '../scheduling/session.ts';
import type { Instant } from '../shared/instant.ts';
import type { CohortState } from './cohort.ts';

/**
 * Where a cohort stands by the calendar alone: recruiting until its first session starts, finished once its last has
 * ended, running between. Placeholders without a time say nothing.
 */
export function stateByCalendar(times: readonly (SessionTime | null)[], now: Instant): CohortState {
	const timed = times.filter((time) => time !== null);
	if (!timed.some((time) => time.startsAt <= now)) return 'recruiting';
	return timed.some((time) => time.endsAt > now) ? 'running' : 'finished';
}

/** Whether nothing more is to come of a cohort: how its places ended is all known, or will not be. */
export function isTermOver(state: CohortState): boolean {
	return state === 'finished' || state === 'cancelled';
}
