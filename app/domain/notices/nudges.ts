import { type RecordCounts, recordOf } from '../fidelity/session-record.ts';
import type { KindTimings, NudgeKind } from '../reminders/message-kinds.ts';
import type { Session } from '../scheduling/session.ts';
import { type CalendarDay, plusDays, weekdayOf } from '../shared/calendar-day.ts';
import { type ClockTime, clockTime } from '../shared/clock-time.ts';
import { asId, type SessionId } from '../shared/ids.ts';
import { dayOf, type Instant, instantOf, plusMinutes } from '../shared/instant.ts';

/** What is nudged about one session, to whoever delivers it. */
export const SESSION_NUDGES = ['session-tomorrow', 'register-overdue', 'log-overdue'] as const satisfies NudgeKind[];
export type SessionNudge = (typeof SESSION_NUDGES)[number];

/** What is overdue for longer than this is on the pages still, and nobody is written to any more. */
export const NUDGED_DAYS = 14;

export type NudgedSession = {
	readonly session: Pick<Session, 'id' | 'state' | 'time' | 'timeVersion'>;
	readonly counts: RecordCounts;
};

/**
 * What is to be nudged about the session now: that it is soon, until it begins; that its register or its log is overdue,
 * until it is done or the session is marked as not held (domain rules §8.1).
 */
export function nudgesOf(
	{ session, counts }: NudgedSession,
	timings: KindTimings,
	now: Instant,
): readonly SessionNudge[] {
	const { time, state } = session;
	if (time === null) return [];
	const { overdue } = recordOf(session, counts, now);
	const isPast = (hours: number) => {
		const from = plusMinutes(time.endsAt, hours * 60);
		return from <= now && now < plusMinutes(time.endsAt, NUDGED_DAYS * 24 * 60);
	};
	const { daysBefore, at } = timings.sessionTomorrow;
	const soon = momentOn(plusDays(time.day, -daysBefore), at) <= now && now < time.startsAt && state === 'scheduled';
	const wanted: Readonly<Record<SessionNudge, boolean>> = {
		'session-tomorrow': soon,
		'register-overdue': overdue.register && isPast(timings.registerOverdue.hoursAfter),
		'log-overdue': overdue.log && isPast(timings.logOverdue.hoursAfter),
	};
	return SESSION_NUDGES.filter((kind) => wanted[kind]);
}

/** Whether it is the day of the Monday digest, or whatever weekday content says, and past its hour. */
export function isWeekAhead({ weekAhead }: KindTimings, now: Instant): boolean {
	const today = dayOf(now);
	return weekdayOf(today) === weekAhead.weekday && momentOn(today, weekAhead.at) <= now;
}

/** Whether the hour has come at which people hear of what is due today. */
export function isTasksDue({ tasksDue }: KindTimings, now: Instant): boolean {
	return momentOn(dayOf(now), tasksDue.at) <= now;
}

/** Names the session and the time that a nudge is about: a session that moved is nudged about anew. */
export function aboutSession({ id, timeVersion }: Pick<Session, 'id' | 'timeVersion'>): string {
	return `${id}:${timeVersion}`;
}

/** The session that a nudge is about. */
export function sessionOfNudge(aboutId: string): SessionId {
	return asId<SessionId>(aboutId.split(':', 1)[0]!);
}

/** The moment of the wall time; where the clocks jump over it, the start of the day: then nobody is nudged too late. */
function momentOn(day: CalendarDay, at: ClockTime): Instant {
	return instantOf(day, at) ?? instantOf(day, MIDNIGHT)!;
}

const MIDNIGHT = clockTime('00:00');
