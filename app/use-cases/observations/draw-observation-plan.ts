import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { drawObservations, type PlannableSession, plannable } from '#app/domain/observations/observation-plan.ts';
import type { CohortId, Id } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { listDraws } from '#db/queries/observations/draws.ts';
import { teamsOf } from '#db/queries/planning/occupied-times.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { insertObservationDraw } from '#db/stores/observing/observations.ts';
import { audited } from '../audit/audited.ts';

type Asked = {
	readonly cohortId: CohortId;
	/** How many draws the page showed: a second press of the button draws nothing again. */
	readonly shownDraws: number;
};

/**
 * Draws which of the coming sessions of a cohort are to be observed: the share of the programme for each facilitator and
 * at least one each, by a new seed, which is kept with all that was drawn from. Earlier draws stay in the history.
 * Refused when somebody drew meanwhile (`changed-meanwhile`), and when no session to come leaves the notice
 * (`nothing-to-draw`) (§7.6).
 */
export function drawObservationPlan(
	context: AppContext,
	actor: StaffActor,
	{ cohortId, shownDraws }: Asked,
): Outcome<{ readonly drawn: number }, 'not-found' | 'changed-meanwhile' | 'nothing-to-draw'> {
	const drawnAt = context.clock.now();
	return audited(context, { actor, action: 'observations-drawn', record: ['cohort', cohortId] }, (tx, tell) => {
		const cohort = findCohort(tx, actor, cohortId);
		if (!cohort || !mayOn(tx, actor, 'write', 'observation-plan', cohortId)) return refused('not-found');
		const before = listDraws(tx, actor, [cohortId]).length;
		if (before !== shownDraws) return refused('changed-meanwhile');
		const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohort;
		const { thresholds } = context.content.programmeOf({ slug, version, variant });
		const { observationShare: share, observationNoticeDays: noticeDays } = thresholds;
		const toCome = cohort.state === 'draft' ? [] : listToCome(tx, actor, cohortId);
		const pool = plannable(toCome, drawnAt, noticeDays);
		if (pool.length === 0) return refused('nothing-to-draw');
		const seed: string = context.ids.next<Id<'seed'>>();
		const ids = drawObservations(pool, { seed, share });
		const drawn = pool.filter(({ sessionId }) => ids.includes(sessionId));
		const kept = { cohortId, number: before + 1, seed, share, noticeDays, pool, drawnAt, drawnBy: actor.staffId };
		const starts = drawn.map(({ sessionId, startsAt }) => ({ sessionId, startsAt }));
		insertObservationDraw(tx, { ...kept, drawn: starts });
		tell({ details: { draw: before + 1, sessions: drawn.length, outOf: pool.length } });
		return done({ drawn: drawn.length });
	});
}

/**
 * The sessions of the term with a time that are to come, each with who delivers it as it stands now; no individual ones.
 */
export function listToCome(db: Db, actor: StaffActor, cohortId: CohortId): readonly PlannableSession[] {
	const teams = teamsOf(db, [cohortId]);
	return listSessions(db, actor, [cohortId]).flatMap((session) => {
		if (session.state !== 'scheduled' || session.time === null || session.kind === 'individual') return [];
		const staffIds = teams.at(session).team ?? teams.now(cohortId);
		return [{ sessionId: session.id, startsAt: session.time.startsAt, staffIds }];
	});
}
