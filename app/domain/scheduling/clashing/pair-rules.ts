import { areOpposed } from '../../people/family.ts';
import { timesOverlap } from '../session-time.ts';
import type { ClashWithOther } from './clash-kinds.ts';
import { type CohortPlan, type OtherCohortPlan, peopleAt, type StandingSession, teamOf } from './cohort-plan.ts';
import { isWithin, onlineRoomOf, type Partners, shareAPlace, type Window } from './kept-apart.ts';

/** A session of the plan and one of another cohort. */
export type Pair = {
	readonly plan: CohortPlan;
	readonly session: StandingSession;
	readonly other: OtherCohortPlan;
	readonly otherSession: StandingSession;
};

/** Who and what cannot be in two places: facilitators, a room, somebody with a place in both; while the two overlap. */
export function doubleBookings({ plan, session, other, otherSession }: Pair): readonly ClashWithOther[] {
	if (!timesOverlap(session.time, otherSession.time)) return [];
	const at = where({ session, other, otherSession });
	const team = teamOf(other, otherSession);
	const busy = teamOf(plan, session).filter((staffId) => team.includes(staffId));
	const sameRoom = plan.roomId !== null && plan.roomId === other.roomId;
	const web = onlineRoomOf(plan);
	const sameWeb = web !== null && web === onlineRoomOf(other);
	const people = peopleAt(plan, session);
	const twice = people.length === 0 ? [] : peopleAt(other, otherSession).filter((one) => people.includes(one));
	return [
		...busy.map((staffId) => ({ ...at, kind: 'facilitator-double-booked', staffId }) as const),
		...(sameRoom ? [{ ...at, kind: 'room-double-booked', roomId: plan.roomId } as const] : []),
		...(sameWeb ? [{ ...at, kind: 'online-room-double-booked', onlineRoom: plan.onlineRoom! } as const] : []),
		...twice.map((personId) => ({ ...at, kind: 'participant-double-booked', personId }) as const),
	];
}

/** Who would come near somebody from whom they are kept, within the buffer around the session and at one place. */
export function closeBy(pair: Pair, partners: Partners, window: Window): readonly ClashWithOther[] {
	const { plan, session, other, otherSession } = pair;
	if (partners.size === 0 || !isWithin(otherSession.time, window) || !shareAPlace(plan, other)) return [];
	const theirs = peopleAt(other, otherSession);
	const at = where(pair);
	return peopleAt(plan, session).flatMap((own) =>
		(partners.get(own) ?? [])
			.filter(({ personId }) => theirs.includes(personId))
			.map(({ kind, personId }) => ({ ...at, kind, people: [own, personId] }) as const),
	);
}

/** The perpetrator and the survivor side at one venue on one day, whatever the room and the hour: once for the day. */
export function bothSidesThatDay(pairs: readonly Pair[]): readonly ClashWithOther[] {
	const pair = pairs.find((one) => isOfBothSides(one.plan, one.other) && isOnOneDay(one.session, one.otherSession));
	return pair ? [{ ...where(pair), kind: 'both-sides-one-venue-one-day', venueId: pair.plan.venueId! }] : [];
}

/** Whether the two are of the two sides and at one venue. */
export function isOfBothSides({ side, venueId }: CohortPlan, other: CohortPlan): boolean {
	return venueId !== null && venueId === other.venueId && areOpposed(side, other.side);
}

export function isOnOneDay(one: StandingSession, other: StandingSession): boolean {
	return one.time.day === other.time.day;
}

/** Who delivers the session and works with the other side of one of its families, in a cohort of it, whenever that is. */
export function sharedFacilitators({ plan, session, other }: Omit<Pair, 'otherSession'>): readonly ClashWithOther[] {
	const theirs = new Set([...other.team, ...other.sessions.flatMap(({ team = [] }) => team)]);
	const shared = teamOf(plan, session).filter((staffId) => theirs.has(staffId));
	const at = { planNumber: session.planNumber, day: session.time.day, otherCohortId: other.cohortId };
	return shared.map((staffId) => ({ ...at, kind: 'facilitator-of-both-sides', staffId }) as const);
}

function where({ session, other, otherSession }: Omit<Pair, 'plan'>) {
	return {
		planNumber: session.planNumber,
		day: session.time.day,
		otherCohortId: other.cohortId,
		otherPlanNumber: otherSession.planNumber,
	};
}
