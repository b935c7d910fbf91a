import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { stateByCalendar } from '#app/domain/cohorts/cohort-state.ts';
import { listCohorts } from '#db/queries/cohorts.ts';
import { listCohortsWithSessionsAhead, listSessions } from '#db/queries/sessions.ts';
import { updateCohortState } from '#db/stores/cohorts.ts';
import { audited } from '../audit/audited.ts';

/**
 * Moves every cohort on that the calendar has overtaken: running from its first session, finished after its last. One that
 * finished and has a session ahead goes on: the clock had been wrong.
 */
export function keepCohortStates(context: AppContext, actor: Actor): void {
	const now = context.clock.now();
	audited(context, { actor, action: 'cohort-states-kept' }, (tx, tell) => {
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
		const moved = open.flatMap((cohort) => {
			const times = (sessions.get(cohort.id) ?? []).map(({ time }) => time);
			const state = stateByCalendar(times, now);
			const isAhead = cohort.state === 'running' && state === 'recruiting';
			return state !== cohort.state && !isAhead ? [{ id: cohort.id, state }] : [];
		});
		for (const { id, state } of moved) updateCohortState(tx, id, state);
		tell({ details: { cohorts: moved.map(({ id }) => id) } });
	});
}
