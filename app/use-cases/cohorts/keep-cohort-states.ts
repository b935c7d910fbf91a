import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { stateByCalendar } from '#app/domain/cohorts/cohort-state.ts';
import { inTransaction } from '#db/client.ts';
import { listCohorts } from '#db/queries/cohorts.ts';
import { listCohortsWithSessionsAhead, listSessions } from '#db/queries/sessions.ts';
import { updateCohortState } from '#db/stores/cohorts.ts';

/**
 * Moves every cohort on that the calendar has overtaken: running from its first session, finished after its last. One that
 * finished and has a session ahead goes on: the clock had been wrong.
 */
export function keepCohortStates({ db, clock }: AppContext, actor: Actor): void {
	const now = clock.now();
	inTransaction(db, (tx) => {
		const goesOn = listCohortsWithSessionsAhead(tx, actor, now);
		const open = listCohorts(tx, actor).filter(
			({ id, state }) => state === 'recruiting' || state === 'running' || (state === 'finished' && goesOn.has(id)),
		);
		const sessions = Map.groupBy(
			listSessions(
				tx,
				actor,
				open.map(({ id }) => id),
			),
			({ cohortId }) => cohortId,
		);
		for (const cohort of open) {
			const times = (sessions.get(cohort.id) ?? []).map(({ time }) => time);
			const state = stateByCalendar(times, now);
			const isAhead = cohort.state === 'running' && state === 'recruiting';
			if (state !== cohort.state && !isAhead) updateCohortState(tx, cohort.id, state);
		}
	});
}
