import type { Side } from '../../programmes/programme.ts';
import type { Weekday } from '../../shared/calendar-day.ts';
import type { CohortId, PersonId, RoomId, StaffId, VenueId } from '../../shared/ids.ts';
import type { AccreditedDays } from '../../team/accreditation.ts';
import type { SessionState, SessionTime } from '../session.ts';

/**
 * What a clash is looked for in: a cohort's place, team and sessions; or one session that is moved, covered or caught up.
 * A cohort without a venue meets online. A fact that is left out is not known, and its rule is not asked.
 */
export type CohortPlan = {
	readonly side: Side;
	readonly venueId: VenueId | null;
	readonly roomId: RoomId | null;
	/** The room on the web in which a cohort without a venue meets, by its name. */
	readonly onlineRoom?: string | null;
	/** The stop or station by which people come to the venue, by its name. */
	readonly travelPoint?: string | null;
	/** The weekdays on which the venue belongs to the cohort's side. */
	readonly venueDays?: readonly Weekday[];
	readonly team: readonly StaffId[];
	/** What the programme asks of a team. */
	readonly wanted?: { readonly facilitators: number; readonly mixedPair: boolean };
	/** What is known of facilitators, for this programme. */
	readonly facilitators?: readonly FacilitatorFacts[];
	/** Who has a place. */
	readonly people?: readonly PersonId[];
	readonly sessions: readonly ClashingSession[];
};
export type OtherCohortPlan = CohortPlan & { readonly cohortId: CohortId };

export type FacilitatorFacts = {
	readonly staffId: StaffId;
	/** Null when it is not known. */
	readonly gender: string | null;
	/** When they may deliver the programme, both ends included; without an end until further notice. */
	readonly accredited: readonly AccreditedDays[];
};

/** A session without a time, or a cancelled one, clashes with nothing. */
export type ClashingSession = {
	readonly planNumber: number;
	readonly time: SessionTime | null;
	readonly state?: SessionState;
	/** Who delivers this one, where it is not the team. */
	readonly team?: readonly StaffId[];
	/** Who is expected at this one, where it is not everybody: a catch-up. */
	readonly people?: readonly PersonId[];
};

/** A session that takes place, with everything that the rules ask of it. */
export type StandingSession = ClashingSession & { readonly time: SessionTime };

/** The session, if it takes place at a time; null otherwise. */
export function standing(session: ClashingSession): StandingSession | null {
	return session.time === null || session.state === 'cancelled' ? null : (session as StandingSession);
}

/** Who delivers the session: its own team, or the cohort's. Each once. */
export function teamOf(plan: CohortPlan, session: ClashingSession): readonly StaffId[] {
	return [...new Set(session.team ?? plan.team)];
}

/** Who is expected at the session: its own people, or everybody with a place. Each once. */
export function peopleAt(plan: CohortPlan, session: ClashingSession): readonly PersonId[] {
	return [...new Set(session.people ?? plan.people ?? [])];
}
