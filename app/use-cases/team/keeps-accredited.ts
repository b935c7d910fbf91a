import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { standing } from '#app/domain/scheduling/clashing/cohort-plan.ts';
import { isNobodyAccredited } from '#app/domain/scheduling/clashing/own-rules.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import type { CohortRow } from '#db/queries/cohorts.ts';
import { teamsOf } from '#db/queries/planning/occupied-times.ts';
import { listSessions } from '#db/queries/sessions.ts';
import { listFacilitatorFacts } from '#db/queries/team/facilitator-facts.ts';

/**
 * Makes a change of who delivers, and refuses it, with the first such day, when a session to come loses the last of them
 * who is accredited on its day. One that had nobody before may stay so, and a draft is judged when it is opened. Call it in
 * a transaction that a refusal undoes. (§2.9)
 */
export function changeKeepingAccredited(
	{ clock }: AppContext,
	tx: Db,
	cohort: CohortRow,
	change: () => void,
): Refused<'nobody-accredited'> | null {
	const ahead = listSessions(tx, CLOCK, [cohort.id]).filter(({ time }) => time !== null && time.startsAt > clock.now());
	const before = withNobody(tx, cohort, ahead);
	change();
	if (cohort.state === 'draft') return null;
	const lost = [...withNobody(tx, cohort, ahead)].filter(([id]) => !before.has(id));
	const [first] = lost.map(([, day]) => day).toSorted();
	return first === undefined ? null : refused('nobody-accredited', { day: first });
}

/** Those of the sessions that nobody accredited delivers, with their days. */
function withNobody(
	tx: Db,
	{ id, side, programmeSlug }: CohortRow,
	sessions: readonly Session[],
): ReadonlyMap<Session['id'], CalendarDay> {
	const teams = teamsOf(tx, [id]);
	const facilitators = listFacilitatorFacts(tx, [...teams.names(id).keys()])(programmeSlug);
	const plan = { side, venueId: null, roomId: null, team: teams.now(id), facilitators, sessions: [] };
	return new Map(
		sessions.flatMap((session) => {
			const stands = standing(teams.at(session));
			return stands && isNobodyAccredited(plan, stands) ? [[session.id, stands.time.day] as const] : [];
		}),
	);
}
