import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { Moved } from '#app/domain/scheduling/changes/term.ts';
import { type Clash, type CohortPlan, findClashesAmong, occupiedDays } from '#app/domain/scheduling/clashes.ts';
import { type ClashingSession, standing } from '#app/domain/scheduling/clashing/cohort-plan.ts';
import { partnersIn } from '#app/domain/scheduling/clashing/kept-apart.ts';
import { isNobodyAccredited } from '#app/domain/scheduling/clashing/own-rules.ts';
import { shownClashes } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, PersonId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listCohortsOf, listKeptApart, listMemberIds } from '#db/queries/families/kept-apart.ts';
import { listOccupyingCohorts, type OccupyingCohort } from '#db/queries/planning/occupied-times.ts';
import { findVenueRules } from '#db/queries/planning/venue-days.ts';
import { listFacilitatorFacts } from '#db/queries/team/facilitator-facts.ts';
import { readerOfClashes } from './reader-of-clashes.ts';

/** A plan, or a single session of it; what the database knows of its venue, its team and its members is looked up. */
export type PlanToCheck = Omit<CohortPlan, 'travelPoint' | 'venueDays' | 'facilitators' | 'wanted'> & {
	/** It says what is wanted of the team; null where the team is not asked about. */
	readonly programme: Pick<Programme, 'slug' | 'thresholds'> | null;
	/** The cohort that the sessions are of: nothing stands in its own way. Null for one that is not saved yet. */
	readonly cohortId: CohortId | null;
};

/** What other cohorts move in the same step: their new times are in the way, no longer the ones that they have. */
export type Alongside = ReadonlyMap<CohortId, readonly Moved[]>;

export type Stretch = {
	/** Who has a place in the cohort. */
	readonly members: readonly PersonId[];
	/** Nothing is read of any other day. */
	readonly days: readonly CalendarDay[];
	/** The one person whom it is about; null for all. */
	readonly about: PersonId | null;
	/** Sessions of the cohort itself that may be in the way, under its name. */
	readonly own?: { readonly name: string; readonly sessions: readonly ClashingSession[] };
	readonly alongside?: Alongside;
	/** Who else may deliver one of the sessions at another time. */
	readonly mayDeliver?: readonly StaffId[];
};

/**
 * Reads once what stands on these days and who is kept apart: `find` tells of any sessions of the plan what they clash with,
 * `show` what of it the actor may read, `isNobodyThere` whether nobody accredited delivers any of them. Only for
 * `listClashes` and `clashesWhenMoved`.
 */
export function clashFinder(
	{ config }: AppContext,
	db: Db,
	actor: Actor,
	{ cohortId, programme, ...plan }: PlanToCheck,
	{ members, days, about, own, alongside = new Map(), mayDeliver = [] }: Stretch,
) {
	const people = about ? [about] : peopleOf(plan.sessions, members);
	const apart = listKeptApart(db, people);
	const meant = [...new Set([...people, ...apart.opposed.flat(), ...apart.mayNotMeet.flat()])];
	const places = Map.groupBy(listCohortsOf(db, meant), (place) => place.cohortId);
	const wanted = { days: [...new Set(days)], also: [...places.keys(), ...alongside.keys()], except: cohortId };
	const others = listOccupyingCohorts(db, actor, wanted).map((other) => ({
		...afterMoving(other, alongside.get(other.cohortId) ?? []),
		people: (places.get(other.cohortId) ?? []).map(({ personId }) => personId),
	}));
	const venue = plan.venueId === null ? {} : findVenueRules(db, plan.venueId, plan.side);
	const team = programme && teamRules(db, programme, [...staffOf(plan), ...mayDeliver]);
	const here = { ...plan, ...venue, ...team, people: members };
	const itself = own && cohortId ? [{ ...here, cohortId, ...own }] : [];
	const all = [...others, ...itself];
	const kept = {
		partners: partnersIn({ ...apart, bufferMinutes: config.familyBufferMinutes }),
		bufferMinutes: config.familyBufferMinutes,
	};
	const occupied = occupiedDays(all, new Set(days));
	const names = new Map(all.map((other) => [other.cohortId, other.name]));
	return {
		find: (sessions: PlanToCheck['sessions']) => findClashesAmong({ ...here, sessions }, occupied, kept),
		show: (found: readonly Clash[]) => shownClashes(found, (id) => names.get(id) ?? null, readerOfClashes(actor)),
		isNobodyThere: (session: ClashingSession) => {
			const stands = standing(session);
			return stands !== null && isNobodyAccredited(here, stands);
		},
	};
}

function teamRules(db: Db, { slug, thresholds }: NonNullable<PlanToCheck['programme']>, staff: readonly StaffId[]) {
	return { wanted: wantedBy(thresholds), facilitators: listFacilitatorFacts(db, staff)(slug) };
}

/** What the programme asks of a team. */
export function wantedBy({ minimumFacilitators, mixedPairWanted }: Programme['thresholds']) {
	return { facilitators: minimumFacilitators, mixedPair: mixedPairWanted };
}

function staffOf({ team, sessions }: Pick<CohortPlan, 'team' | 'sessions'>): readonly StaffId[] {
	return [...team, ...sessions.flatMap((session) => session.team ?? [])];
}

function afterMoving(other: OccupyingCohort, moves: readonly Moved[]): OccupyingCohort {
	const movedPlans = moves.map(({ planNumber }) => planNumber);
	// What is booked for some people only stays where it is when the group’s session of its plan moves.
	const staying = other.sessions.filter(({ planNumber, people }) => people || !movedPlans.includes(planNumber));
	return { ...other, sessions: [...staying, ...moves.map(({ planNumber, to: time }) => ({ planNumber, time }))] };
}

/** Who has a place in the cohort, as the plan says or the database. */
export function membersOf(db: Db, { people, cohortId }: PlanToCheck): readonly PersonId[] {
	return people ?? (cohortId ? listMemberIds(db, cohortId) : []);
}

function peopleOf(sessions: readonly ClashingSession[], members: readonly PersonId[]): readonly PersonId[] {
	return [...new Set([...members, ...sessions.flatMap((session) => session.people ?? [])])];
}
