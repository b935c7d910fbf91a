import { type CalendarDay, plusDays } from '../shared/calendar-day.ts';
import type { Clash, ClashWithOther } from './clashing/clash-kinds.ts';
import { type CohortPlan, type OtherCohortPlan, type StandingSession, standing } from './clashing/cohort-plan.ts';
import {
	isWithin,
	type KeptApart,
	NOBODY_APART,
	opposedOf,
	type Partners,
	partnersIn,
	windowAround,
} from './clashing/kept-apart.ts';
import { type OccupiedDays, occupiedDays } from './clashing/occupied-days.ts';
import { clashesOfPlan } from './clashing/own-rules.ts';
import {
	bothSidesThatDay,
	closeBy,
	doubleBookings,
	isOfBothSides,
	isOnOneDay,
	sharedFacilitators,
} from './clashing/pair-rules.ts';

export { CLASH_WEIGHTS, type Clash } from './clashing/clash-kinds.ts';
export type { CohortPlan, OtherCohortPlan } from './clashing/cohort-plan.ts';
export { type OccupiedDays, occupiedDays } from './clashing/occupied-days.ts';

/**
 * Every clash of the planned sessions, in the order of the plan: what stands in the way of a session by itself, then other
 * cohorts in their order, then who delivers to both sides of a family. One facilitator, one room and one participant clash
 * while two sessions overlap (touching ends do not); the perpetrator and the survivor side by meeting at one venue on one
 * day; people who are kept apart by coming within the buffer at one place. It is the one engine for planning, moving,
 * covering and catching up. (§2.9)
 */
export function findClashes(
	planned: CohortPlan,
	others: readonly OtherCohortPlan[] | OccupiedDays,
	apart: KeptApart = NOBODY_APART,
): readonly Clash[] {
	return findClashesAmong(planned, others, { partners: partnersIn(apart), bufferMinutes: apart.bufferMinutes });
}

/** Who is kept apart, looked up once for many plans. */
export type Apart = { readonly partners: Partners; readonly bufferMinutes: number };

/** The same for one plan of many, with everything that they share prepared. */
export function findClashesAmong(
	planned: CohortPlan,
	others: readonly OtherCohortPlan[] | OccupiedDays,
	apart: Apart,
): readonly Clash[] {
	const sessions = planned.sessions.map(standing).filter((session) => session !== null);
	if (sessions.length === 0) return [];
	const days = 'onDay' in others ? others : occupiedDays(others, new Set(sessions.flatMap(daysAround)));
	const opposed = days.cohortsOf(opposedOf(planned, apart.partners));
	return sessions.flatMap((session) => [
		...clashesOfPlan(planned, session, apart.partners),
		...clashesNearby(planned, session, days, apart),
		...opposed.flatMap((other) => sharedFacilitators({ plan: planned, session, other })),
	]);
}

/** A session may run past midnight, and so may the buffer. */
export function daysAround({ time }: { readonly time: Pick<StandingSession['time'], 'day'> }): readonly CalendarDay[] {
	return [plusDays(time.day, -1), time.day, plusDays(time.day, 1)];
}

function clashesNearby(
	plan: CohortPlan,
	session: StandingSession,
	{ onDay }: OccupiedDays,
	{ partners, bufferMinutes }: Apart,
): readonly ClashWithOther[] {
	const window = windowAround(session.time, bufferMinutes);
	const near = daysAround(session)
		.flatMap((day) => {
			const occupied = onDay.get(day);
			const isNear = occupied && (day === session.time.day || isWithin(occupied, window));
			return isNear ? occupied.all : [];
		})
		.filter(
			({ other, session: theirs }) =>
				isWithin(theirs.time, window) || (isOfBothSides(plan, other) && isOnOneDay(session, theirs)),
		)
		.toSorted((one, another) => one.place - another.place);
	const ofCohort = Map.groupBy(near, ({ other }) => other);
	return [...ofCohort].flatMap(([other, theirs]) => {
		const pairs = theirs.map((occupying) => ({ plan, session, other, otherSession: occupying.session }));
		return [
			...pairs.flatMap((pair) => [...doubleBookings(pair), ...closeBy(pair, partners, window)]),
			...bothSidesThatDay(pairs),
		];
	});
}
