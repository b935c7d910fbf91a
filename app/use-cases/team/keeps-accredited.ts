import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { standing } from '#app/domain/scheduling/clashing/cohort-plan.ts';
import { isNobodyAccredited } from '#app/domain/scheduling/clashing/own-rules.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import type { CohortRow } from '#db/queries/cohorts.ts';
import { teamsOf } from '#db/queries/planning/occupied-times.ts';
import { listChangeableSessions } from '#db/queries/schedule-changes.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { listFacilitatorFacts } from '#db/queries/team/facilitator-facts.ts';

/**
 * Makes a change of who delivers, and refuses it, with the first such day (details: `day`, `isCatchUp`), when a session to
 * come loses the last of them who is accredited on its day, a catch-up the last of those named for it. One that had nobody
 * before may stay so, and a draft is judged when it is opened. Call it in a transaction that a refusal undoes. (§2.9)
 */
export function changeKeepingAccredited(
	{ clock }: AppContext,
	tx: Db,
	cohort: CohortRow,
	change: () => void,
): Refused<'nobody-accredited'> | null {
	const { catchUps } = listChangeableSessions(tx, CLOCK, cohort.id);
	const all = [...listSessions(tx, CLOCK, [cohort.id]), ...catchUps];
	const ahead = all.filter(({ time }) => time !== null && time.startsAt > clock.now());
	const before = withNobody(tx, cohort, ahead);
	change();
	if (cohort.state === 'draft') return null;
	const after = withNobody(tx, cohort, ahead);
	const lost = ahead.filter(({ id }) => after.has(id) && !before.has(id));
	const [first] = lost.toSorted((one, other) => (one.time!.startsAt < other.time!.startsAt ? -1 : 1));
	if (!first) return null;
	return refused('nobody-accredited', { day: first.time!.day, isCatchUp: first.kind === 'catch-up' });
}

/** Those of the sessions that nobody accredited delivers. */
function withNobody(
	tx: Db,
	{ id, side, programmeSlug }: CohortRow,
	sessions: readonly Session[],
): ReadonlySet<Session['id']> {
	const teams = teamsOf(tx, [id]);
	const facilitators = listFacilitatorFacts(tx, [...teams.names(id).keys()])(programmeSlug);
	const plan = { side, venueId: null, roomId: null, team: teams.now(id), facilitators, sessions: [] };
	return new Set(
		sessions.flatMap((session) => {
			const stands = standing(teams.at(session));
			return stands && isNobodyAccredited(plan, stands) ? [session.id] : [];
		}),
	);
}
