import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { type OtherCohortPlan, type StandingSession, standing } from './cohort-plan.ts';
import { everybody } from './kept-apart.ts';

/** The sessions of other cohorts by the day on which they are: made once, asked for every session that somebody moves. */
export type OccupiedDays = {
	readonly onDay: ReadonlyMap<CalendarDay, OccupiedDay>;
	/** The cohorts in which one of these people is, each once and in their order. */
	readonly cohortsOf: (people: readonly PersonId[]) => readonly OtherCohortPlan[];
};
/** From the first start to the last end of its sessions, so that a day that is far off is passed by as a whole. */
export type OccupiedDay = { readonly all: Occupying[]; startsAt: Instant; endsAt: Instant };
/** `place` keeps the order of the cohorts and of their sessions. */
export type Occupying = {
	readonly other: OtherCohortPlan;
	readonly session: StandingSession;
	readonly place: number;
};

/** The days on which these cohorts meet; only those of `wanted`, if it is given. */
export function occupiedDays(
	cohorts: readonly OtherCohortPlan[],
	wanted: ReadonlySet<CalendarDay> | null = null,
): OccupiedDays {
	const onDay = new Map<CalendarDay, OccupiedDay>();
	let place = 0;
	for (const other of cohorts) {
		for (const session of other.sessions) {
			place += 1;
			const day = session.time?.day;
			if (!day || (wanted && !wanted.has(day))) continue;
			const stands = standing(session);
			if (!stands) continue;
			const { startsAt, endsAt } = stands.time;
			const found = onDay.get(day) ?? { all: [], startsAt, endsAt };
			found.all.push({ other, session: stands, place });
			if (startsAt < found.startsAt) found.startsAt = startsAt;
			if (endsAt > found.endsAt) found.endsAt = endsAt;
			onDay.set(day, found);
		}
	}
	return { onDay, cohortsOf: lookUpByPerson(cohorts) };
}

/** Looked up only once somebody is asked for: most plans have nobody who is kept from anybody. */
function lookUpByPerson(cohorts: readonly OtherCohortPlan[]): OccupiedDays['cohortsOf'] {
	let places: ReadonlyMap<PersonId, readonly number[]> | null = null;
	return (people) => {
		if (people.length === 0) return [];
		places ??= placesOf(cohorts);
		const found = new Set(people.flatMap((personId) => places!.get(personId) ?? []));
		return [...found].toSorted((one, other) => one - other).map((index) => cohorts[index]!);
	};
}

function placesOf(cohorts: readonly OtherCohortPlan[]): ReadonlyMap<PersonId, readonly number[]> {
	const places = new Map<PersonId, number[]>();
	for (const [index, cohort] of cohorts.entries()) {
		for (const personId of everybody(cohort)) {
			const before = places.get(personId);
			if (before) before.push(index);
			else places.set(personId, [index]);
		}
	}
	return places;
}
