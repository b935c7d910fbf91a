import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import {
	type Clash,
	type CohortPlan,
	daysAround,
	findClashesAmong,
	occupiedDays,
} from '#app/domain/scheduling/clashes.ts';
import { isOfItsTime } from '#app/domain/scheduling/clashing/clash-kinds.ts';
import { type ClashingSession, standing } from '#app/domain/scheduling/clashing/cohort-plan.ts';
import { partnersIn } from '#app/domain/scheduling/clashing/kept-apart.ts';
import { type ShownClash, shownClashes } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
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
	context: AppContext,
	db: Db,
	actor: Actor,
	plan: PlanToCheck,
	about: PersonId | null,
): readonly ShownClash[] {
	const days = daysOf(plan.sessions);
	if (days.length === 0) return [];
	const members = membersOf(db, plan);
	const { find, show } = clashFinder(context, db, actor, plan, { members, days, about });
	const found = find(plan.sessions);
	return show(about ? found.filter((clash) => concerns(clash, about)) : found);
}

type Moving = {
	/** The days on which the sessions may come to be; read once. */
	readonly days: readonly CalendarDay[];
	/** Sessions of the cohort itself that stay where they are, under its name. */
	readonly own: { readonly name: string; readonly sessions: readonly ClashingSession[] };
};

/**
 * Tells of any times of a cohort’s sessions what they would clash with, from one reading of what is there: for sessions
 * that stand already, so that what is true of them at every time is no reason against another one.
 */
export function clashesWhenMoved(
	context: AppContext,
	db: Db,
	actor: Actor,
	plan: PlanToCheck & { readonly cohortId: CohortId },
	{ days, own }: Moving,
): (sessions: readonly ClashingSession[]) => readonly ShownClash[] {
	const members = membersOf(db, plan);
	const around = [...new Set(days.flatMap((day) => daysAround({ time: { day } })))];
	const { find, show } = clashFinder(context, db, actor, plan, { members, days: around, about: null, own });
	return (sessions) => show(find(sessions).filter(isOfItsTime));
}

type Stretch = {
	readonly members: readonly PersonId[];
	readonly days: readonly CalendarDay[];
	readonly about: PersonId | null;
	readonly own?: Moving['own'];
};

function clashFinder(
	{ config }: AppContext,
	db: Db,
	actor: Actor,
	{ cohortId, ...plan }: PlanToCheck,
	{ members, days, about, own }: Stretch,
) {
	const people = about ? [about] : peopleOf(plan.sessions, members);
	const apart = listKeptApart(db, people);
	const meant = [...new Set([...people, ...apart.opposed.flat(), ...apart.mayNotMeet.flat()])];
	const places = Map.groupBy(listCohortsOf(db, meant), (place) => place.cohortId);
	const wanted = { days: [...new Set(days)], also: [...places.keys()], except: cohortId };
	const others = listOccupyingCohorts(db, actor, wanted).map((other) => ({
		...other,
		people: (places.get(other.cohortId) ?? []).map(({ personId }) => personId),
	}));
	const venue = plan.venueId === null ? {} : findVenueRules(db, plan.venueId, plan.side);
	const here = { ...plan, ...venue, people: members };
	const itself = own && cohortId ? [{ ...here, cohortId, ...own }] : [];
	const all = [...others, ...itself];
	const kept = {
		partners: partnersIn({ ...apart, bufferMinutes: config.familyBufferMinutes }),
		bufferMinutes: config.familyBufferMinutes,
	};
	const occupied = occupiedDays(all, new Set(days));
	const names = new Map(all.map((other) => [other.cohortId, other.name]));
	const seesFamilies = mayAtAll(actor, 'read', 'family') && mayAtAll(actor, 'read', 'non-association');
	return {
		find: (sessions: PlanToCheck['sessions']) => findClashesAmong({ ...here, sessions }, occupied, kept),
		show: (found: readonly Clash[]) => shownClashes(found, (id) => names.get(id) ?? null, { seesFamilies }),
	};
}

function membersOf(db: Db, { people, cohortId }: PlanToCheck): readonly PersonId[] {
	return people ?? (cohortId ? listMemberIds(db, cohortId) : []);
}

function daysOf(sessions: readonly ClashingSession[]): readonly CalendarDay[] {
	return sessions.map(standing).flatMap((session) => (session ? daysAround(session) : []));
}

function peopleOf(sessions: readonly ClashingSession[], members: readonly PersonId[]): readonly PersonId[] {
	return [...new Set([...members, ...sessions.flatMap((session) => session.people ?? [])])];
}

function concerns(clash: Clash, person: PersonId): boolean {
	if ('people' in clash) return clash.people.includes(person);
	return 'personId' in clash && clash.personId === person;
}
