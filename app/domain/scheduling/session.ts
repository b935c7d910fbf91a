import { PLAN_KINDS } from '../programmes/programme.ts';
import type { CalendarDay } from '../shared/calendar-day.ts';
import type { ClockTime } from '../shared/clock-time.ts';
import type { CohortId, EnrolmentId, SessionId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';

/** What became of a session: to come (or not yet answered), went ahead, or did not. Only `held` counts as exposure. */
export const SESSION_STATES = ['scheduled', 'held', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** What a session is: of the kind of its plan, or a catch-up of it for those who missed it (§5.8). */
export const SESSION_KINDS = [...PLAN_KINDS, 'catch-up'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** When a session is: kept as day, wall time and length; the two instants are derived from them (§2.2). */
export type SessionTime = {
	readonly day: CalendarDay;
	readonly startTime: ClockTime;
	readonly lengthMinutes: number;
	readonly startsAt: Instant;
	readonly endsAt: Instant;
};

/** Who asked for a session to have another time (§2.7). */
export const ASKED_BY = ['service', 'participant', 'other'] as const;
export type AskedBy = (typeof ASKED_BY)[number];

/** A dated session of one cohort; `time` is null for an individual session that is not booked yet. */
export type Session = {
	readonly id: SessionId;
	readonly cohortId: CohortId;
	readonly planNumber: number;
	readonly kind: SessionKind;
	/** Whose individual session it is; null for the cohort's own sessions, placeholders among them. */
	readonly enrolmentId: EnrolmentId | null;
	readonly state: SessionState;
	readonly stateReason: string | null;
	readonly time: SessionTime | null;
	/** Goes up with every change of time: part of the key of its reminders (§8.2). */
	readonly timeVersion: number;
	/** Goes up with every change of time, place or state: the SEQUENCE of its calendar event (§8.4). */
	readonly sequence: number;
};

/** Whether it has begun at this moment; a placeholder without a time has not. */
export function hasStarted(session: Pick<Session, 'time'>, now: Instant): boolean {
	return session.time !== null && session.time.startsAt <= now;
}
