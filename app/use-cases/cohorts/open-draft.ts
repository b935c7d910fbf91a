import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { stateByCalendar } from '#app/domain/cohorts/cohort-state.ts';
import { isBlocking, type ShownClash } from '#app/domain/scheduling/shown-clashes.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { type CohortRow, findCohort, listTeams } from '#db/queries/cohorts.ts';
import { teamsOf } from '#db/queries/planning/occupied-times.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { updateCohortState } from '#db/stores/cohorts.ts';
import { audited } from '../audit/audited.ts';
import { listClashes } from '../clashes/list-clashes.ts';
import { countSlotRefusal, refuseAsking } from '../clashes/slot-refusals.ts';
import { replan } from '../reminders/replan.ts';
import { warningsIn } from './plan-cohort.ts';

type Opening = { readonly cohortId: CohortId; readonly accepted: boolean };
type Refusal = 'not-found' | 'no-draft' | 'clashes' | 'warning-not-accepted' | 'too-many-slots';

/**
 * Makes a draft a cohort that people can join, once nothing is in its way any more: every session to come is looked at
 * anew. Refused with what still stands, when a warning was not ticked, and to whoever asks too often (§2.9).
 */
export function openDraft(
	context: AppContext,
	actor: Actor,
	{ cohortId, accepted }: Opening,
): Outcome<undefined, Refusal> {
	const record = ['cohort', cohortId] as const;
	const outcome = audited(context, { actor, action: 'draft-opened', record }, (tx): Outcome<undefined, Refusal> => {
		const cohort = findDraft(tx, actor, cohortId);
		if (!cohort) return refused('not-found');
		if (cohort.state !== 'draft') return refused('no-draft');
		const waits = refuseAsking(context, tx, actor);
		if (waits) return waits;
		const clashes = clashesOfCohort(context, tx, actor, cohort);
		if (clashes.some(isBlocking)) return refused('clashes', { clashes });
		if (clashes.length > 0 && !accepted) return refused('warning-not-accepted', { warnings: warningsIn(clashes) });
		const times = listSessions(tx, actor, [cohortId]).map(({ time }) => time);
		updateCohortState(tx, cohortId, stateByCalendar(times, context.clock.now()));
		replan(context, tx, { cohortId });
		return done();
	});
	if (!outcome.done && outcome.code === 'clashes') {
		countSlotRefusal(context, actor, outcome.details.clashes as readonly ShownClash[], cohortId);
	}
	return outcome;
}

/** The cohort, if the actor may arrange it; null otherwise. For its page too. */
export function findDraft(db: Db, actor: Actor, cohortId: CohortId): CohortRow | null {
	return mayOn(db, actor, 'write', 'cohort', cohortId) ? findCohort(db, actor, cohortId) : null;
}

/** Every clash of the cohort’s sessions that have not ended, as the actor may read it. */
export function clashesOfCohort(context: AppContext, db: Db, actor: Actor, cohort: CohortRow): readonly ShownClash[] {
	const now = context.clock.now();
	const { id: cohortId, side, venueId, roomId, onlineRoom } = cohort;
	const programme = context.content.programmeOf({
		slug: cohort.programmeSlug,
		version: cohort.programmeVersion,
		variant: cohort.programmeVariant,
	});
	const team = listTeams(db, [cohortId]).map(({ staffId }) => staffId);
	const teams = teamsOf(db, [cohortId]);
	const sessions = listSessions(db, actor, [cohortId])
		.filter(({ time }) => time !== null && time.endsAt > now)
		.map(teams.at);
	const place = { side, venueId, roomId, onlineRoom };
	return listClashes(context, db, actor, { cohortId, programme, ...place, team, sessions });
}
