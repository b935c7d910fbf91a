import type { Db } from '#db/client.ts';
import type { SessionDay } from '#db/queries/session-day.ts';
import { updateCohortState } from '#db/stores/cohorts.ts';
import { updateSession } from '#db/stores/sessions.ts';

/**
 * A register answers by itself that the session went ahead, and a cohort runs from its first session held. Nothing that a
 * calendar shows has changed, so the sequence stays. Call it inside the transaction of the marks.
 */
export function noteHeld(tx: Db, { session, cohort }: Pick<SessionDay, 'session' | 'cohort'>): void {
	if (session.state === 'scheduled') updateSession(tx, session.id, session.version, { state: 'held' });
	if (cohort.state === 'recruiting' && session.kind !== 'catch-up') updateCohortState(tx, cohort.id, 'running');
}
