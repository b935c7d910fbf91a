import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { formatCount, formatDay } from '#app/ui/format.ts';
import type { findJoining } from '#app/use-cases/people/enrol-person.ts';
import { findCohort } from '#db/queries/cohorts.ts';
import { countPlacesTaken } from '#db/queries/enrolments.ts';
import { SENTENCES } from './form.ts';

/** What the page says before anybody is added: how many places are left, and from when somebody is expected, or why not. */
export function joiningView(
	{ db }: AppContext,
	actor: Actor,
	cohortId: CohortId,
	joining: ReturnType<typeof findJoining>,
) {
	const cohort = findCohort(db, actor, cohortId);
	if (!cohort) return null;
	const about = {
		id: cohort.id,
		name: cohort.name,
		places: `${countPlacesTaken(db, cohortId)} of ${cohort.places} places taken`,
	};
	if (!joining.done) {
		const closed = SENTENCES[joining.code]?.(joining.details).sentence ?? null;
		return { ...about, closed, joins: null };
	}
	const { joinsAtPlan, expectedAt } = joining.value;
	const day = expectedAt.find(({ planNumber }) => planNumber === joinsAtPlan)?.time?.day;
	const first = `session ${joinsAtPlan}${day ? ` on ${formatDay(day)}` : ''}`;
	const joins = `Whoever you add now joins at ${first} and is expected at ${formatCount('session', expectedAt.length)}.`;
	return { ...about, closed: null, joins };
}
