import type { Side } from '../programmes/programme.ts';
import type { CalendarDay } from '../shared/calendar-day.ts';
import type { CohortId, RoomId, StaffId, VenueId } from '../shared/ids.ts';
import type { SessionState, SessionTime } from './session.ts';
import { timesOverlap } from './session-time.ts';

/** What a clash is looked for in: a cohort's place, team and sessions. A cohort without a venue meets online. */
export type CohortPlan = {
	readonly side: Side;
	readonly venueId: VenueId | null;
	readonly roomId: RoomId | null;
	readonly team: readonly StaffId[];
	readonly sessions: readonly ClashingSession[];
};
export type OtherCohortPlan = CohortPlan & { readonly cohortId: CohortId };

/** A session without a time, or a cancelled one, clashes with nothing. */
export type ClashingSession = {
	readonly planNumber: number;
	readonly time: SessionTime | null;
	readonly state?: SessionState;
};

/** A clash of one session of the plan with a session of another cohort on `day`. */
export type Clash = {
	readonly planNumber: number;
	readonly day: CalendarDay;
	readonly otherCohortId: CohortId;
	readonly otherPlanNumber: number;
} & (
	| { readonly kind: 'facilitator-double-booked'; readonly staffId: StaffId }
	| { readonly kind: 'room-double-booked'; readonly roomId: RoomId }
	| { readonly kind: 'both-sides-one-venue-one-day'; readonly venueId: VenueId }
);

/** Nobody starts or books past either weight: the plan stays a draft until it is resolved (§2.9). */
export const CLASH_WEIGHTS: Readonly<Record<Clash['kind'], 'hard' | 'safety'>> = {
	'facilitator-double-booked': 'hard',
	'room-double-booked': 'hard',
	'both-sides-one-venue-one-day': 'safety',
};

/**
 * Every clash of the planned sessions with those of other cohorts, in the order of the plan. One facilitator or one room
 * clashes while two sessions overlap (touching ends do not); the perpetrator and the survivor side clash by meeting at
 * one venue on one day, whatever the room and the hour, and once for that day. Online cohorts share no place. (§2.9)
 */
export function findClashes(planned: CohortPlan, others: readonly OtherCohortPlan[]): readonly Clash[] {
	return planned.sessions.flatMap((session) =>
		others.flatMap((other) => {
			const sharesVenue = meetsOpposedSide(planned, other);
			const pairs = other.sessions.flatMap((otherSession) => clashesOfPair({ planned, session, other, otherSession }));
			const apart = sharesVenue ? sessionOnSameDay(session, other.sessions) : null;
			return apart ? [...pairs, { ...where(session, other, apart), ...opposed(planned) }] : pairs;
		}),
	);
}

type Pair = {
	readonly planned: CohortPlan;
	readonly session: ClashingSession;
	readonly other: OtherCohortPlan;
	readonly otherSession: ClashingSession;
};

function clashesOfPair({ planned, session, other, otherSession }: Pair): Clash[] {
	const [time, otherTime] = [standingTime(session), standingTime(otherSession)];
	if (!time || !otherTime || !timesOverlap(time, otherTime)) return [];
	const at = where(session, other, otherSession);
	const inBoth = [...new Set(planned.team)].filter((staffId) => other.team.includes(staffId));
	const sameRoom = planned.roomId !== null && planned.roomId === other.roomId;
	return [
		...inBoth.map((staffId): Clash => ({ ...at, kind: 'facilitator-double-booked', staffId })),
		...(sameRoom ? [{ ...at, kind: 'room-double-booked', roomId: planned.roomId } as const] : []),
	];
}

function meetsOpposedSide(planned: CohortPlan, other: CohortPlan): boolean {
	const sides = [planned.side, other.side];
	const opposedSides = sides.includes('perpetrator') && sides.includes('survivor');
	return opposedSides && planned.venueId !== null && planned.venueId === other.venueId;
}

function sessionOnSameDay(session: ClashingSession, others: readonly ClashingSession[]): ClashingSession | null {
	const day = standingTime(session)?.day;
	return others.find((other) => day !== undefined && standingTime(other)?.day === day) ?? null;
}

function opposed(planned: CohortPlan) {
	return { kind: 'both-sides-one-venue-one-day', venueId: planned.venueId! } as const;
}

function where(session: ClashingSession, other: OtherCohortPlan, otherSession: ClashingSession) {
	return {
		planNumber: session.planNumber,
		day: session.time!.day,
		otherCohortId: other.cohortId,
		otherPlanNumber: otherSession.planNumber,
	};
}

function standingTime(session: ClashingSession): SessionTime | null {
	return session.state === 'cancelled' ? null : session.time;
}
