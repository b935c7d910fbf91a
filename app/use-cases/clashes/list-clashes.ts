import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { type Clash, type CohortPlan, daysAround, findClashes } from '#app/domain/scheduling/clashes.ts';
import { standing } from '#app/domain/scheduling/clashing/cohort-plan.ts';
import { type ShownClash, shownClashes } from '#app/domain/scheduling/shown-clashes.ts';
import type { CohortId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listCohortsOf, listKeptApart, listMemberIds } from '#db/queries/families/kept-apart.ts';
import { listOccupyingCohorts } from '#db/queries/occupied-times.ts';
import { findVenueRules } from '#db/queries/venue-days.ts';

/** A plan, or a single session of it; what the database knows of its venue and its members is looked up. */
export type PlanToCheck = Omit<CohortPlan, 'travelPoint' | 'venueDays'> & {
	/** The cohort that the sessions are of: nothing stands in its own way. Null for one that is not saved yet. */
	readonly cohortId: CohortId | null;
};

/**
 * Every clash of these sessions with everything that stands, as the actor may read it: planning, moving, covering,
 * catching up and giving a place all ask here. What they may not know the cause of reads alike (`isNeutral`), and is
 * counted by who asks (`countSlotRefusal`).
 */
export function listClashes(context: AppContext, db: Db, actor: Actor, plan: PlanToCheck): readonly ShownClash[] {
	return listClashesAbout(context, db, actor, plan, null);
}

/** The same, but only what concerns this person: for giving them a place. */
export function listClashesAbout(
	{ config }: AppContext,
	db: Db,
	actor: Actor,
	{ cohortId, ...plan }: PlanToCheck,
	about: PersonId | null,
): readonly ShownClash[] {
	const days = plan.sessions.flatMap((session) => daysOf(session));
	if (days.length === 0) return [];
	const members = plan.people ?? (cohortId ? listMemberIds(db, cohortId) : []);
	const people = about ? [about] : peopleOf(plan, members);
	const apart = { ...listKeptApart(db, people), bufferMinutes: config.familyBufferMinutes };
	const meant = [...new Set([...people, ...apart.opposed.flat(), ...apart.mayNotMeet.flat()])];
	const places = Map.groupBy(listCohortsOf(db, meant), (place) => place.cohortId);
	const wanted = { days: [...new Set(days)], also: [...places.keys()], except: cohortId };
	const others = listOccupyingCohorts(db, actor, wanted).map((other) => ({
		...other,
		people: (places.get(other.cohortId) ?? []).map(({ personId }) => personId),
	}));
	const venue = plan.venueId === null ? {} : findVenueRules(db, plan.venueId, plan.side);
	const found = findClashes({ ...plan, ...venue, people: members }, others, apart);
	const names = new Map(others.map((other) => [other.cohortId, other.name]));
	const seesFamilies = mayAtAll(actor, 'read', 'family') && mayAtAll(actor, 'read', 'non-association');
	const concerning = about ? found.filter((clash) => concerns(clash, about)) : found;
	return shownClashes(concerning, (id) => names.get(id) ?? null, { seesFamilies });
}

function daysOf(session: CohortPlan['sessions'][number]) {
	const stands = standing(session);
	return stands ? daysAround(stands) : [];
}

function peopleOf({ sessions }: Pick<CohortPlan, 'sessions'>, members: readonly PersonId[]): readonly PersonId[] {
	return [...new Set([...members, ...sessions.flatMap((session) => session.people ?? [])])];
}

function concerns(clash: Clash, person: PersonId): boolean {
	if ('people' in clash) return clash.people.includes(person);
	return 'personId' in clash && clash.personId === person;
}
