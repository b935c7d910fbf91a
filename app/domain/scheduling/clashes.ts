import { type CalendarDay, plusDays } from '../shared/calendar-day.ts';
import type { Clash, ClashWithOther } from './clashing/clash-kinds.ts';
import { type CohortPlan, type OtherCohortPlan, type StandingSession, standing } from './clashing/cohort-plan.ts';
import { type KeptApart, NOBODY_APART, type Partners, partnersIn } from './clashing/kept-apart.ts';
import { clashesOfPlan } from './clashing/own-rules.ts';
import { bothSidesThatDay, closeBy, doubleBookings, sharedFacilitators } from './clashing/pair-rules.ts';

export { CLASH_WEIGHTS, type Clash } from './clashing/clash-kinds.ts';
export type { ClashingSession, CohortPlan, OtherCohortPlan } from './clashing/cohort-plan.ts';

/** The sessions of other cohorts by the day on which they are: made once, asked for every session that somebody moves. */
export type OccupiedDays = {
	readonly cohorts: readonly OtherCohortPlan[];
	readonly onDay: ReadonlyMap<CalendarDay, readonly Occupying[]>;
};
type Occupying = { readonly other: OtherCohortPlan; readonly session: StandingSession; readonly place: number };

/** The days on which these cohorts meet; only those of `wanted`, if it is given. */
export function occupiedDays(
	cohorts: readonly OtherCohortPlan[],
	wanted: ReadonlySet<CalendarDay> | null = null,
): OccupiedDays {
	const onDay = new Map<CalendarDay, Occupying[]>();
	let place = 0;
	for (const other of cohorts) {
		for (const session of other.sessions) {
			place += 1;
			const day = session.time?.day;
			if (!day || (wanted && !wanted.has(day))) continue;
			const stands = standing(session);
			if (!stands) continue;
			const before = onDay.get(day);
			if (before) before.push({ other, session: stands, place });
			else onDay.set(day, [{ other, session: stands, place }]);
		}
	}
	return { cohorts, onDay };
}

/**
 * Every clash of the planned sessions, in the order of the plan: what stands in the way of a session by itself, then other
 * cohorts in their order. One facilitator, one room and one participant clash while two sessions overlap (touching ends do
 * not); the perpetrator and the survivor side by meeting at one venue on one day; people who are kept apart by coming
 * within the buffer at one place. It is the one engine for planning, moving, covering and catching up. (§2.9)
 */
export function findClashes(
	planned: CohortPlan,
	others: readonly OtherCohortPlan[] | OccupiedDays,
	apart: KeptApart = NOBODY_APART,
): readonly Clash[] {
	const sessions = planned.sessions.map(standing).filter((session) => session !== null);
	const days = 'onDay' in others ? others : occupiedDays(others, new Set(sessions.flatMap(daysAround)));
	const partners = partnersIn(apart);
	return sessions.flatMap((session) => [
		...clashesOfPlan(planned, session, partners),
		...clashesWithOthers(planned, session, days, { partners, bufferMinutes: apart.bufferMinutes }),
	]);
}

/** A session may run past midnight, and so may the buffer. */
export function daysAround({ time }: Pick<StandingSession, 'time'>): readonly CalendarDay[] {
	return [plusDays(time.day, -1), time.day, plusDays(time.day, 1)];
}

type Apart = { readonly partners: Partners; readonly bufferMinutes: number };

function clashesWithOthers(
	plan: CohortPlan,
	session: StandingSession,
	{ cohorts, onDay }: OccupiedDays,
	{ partners, bufferMinutes }: Apart,
): readonly ClashWithOther[] {
	const near = daysAround(session)
		.flatMap((day) => onDay.get(day) ?? [])
		.toSorted((one, another) => one.place - another.place);
	const ofCohort = Map.groupBy(near, ({ other }) => other);
	// Who staffs both sides is asked of cohorts that are far off too; only where there is a family to ask it for.
	const asked = partners.size > 0 ? cohorts : ofCohort.keys();
	return [...asked].flatMap((other) => {
		const theirs = (ofCohort.get(other) ?? []).map((occupying) => occupying.session);
		const pairs = theirs.map((otherSession) => ({ plan, session, other, otherSession }));
		return [
			...pairs.flatMap((pair) => [...doubleBookings(pair), ...closeBy(pair, partners, bufferMinutes)]),
			...bothSidesThatDay({ plan, session, other }, theirs),
			...sharedFacilitators({ plan, session, other }, partners),
		];
	});
}
