import type { SessionTime } from '../scheduling/session.ts';
import { plusDays, type Weekday } from '../shared/calendar-day.ts';
import type { ClockTime } from '../shared/clock-time.ts';
import { type Instant, instantOf, plusMinutes } from '../shared/instant.ts';

/** What a participant is written to for (domain rules §8.1). A `missed-you` leaves only once somebody approved it. */
export const MESSAGE_KINDS = ['joining', 'reminder', 'changed', 'cancelled', 'missed-you'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What a member of staff is nudged about; each stops when its cause ends (domain rules §8.1). */
export const NUDGE_KINDS = ['session-tomorrow', 'register-overdue', 'log-overdue', 'tasks-due', 'week-ahead'] as const;
export type NudgeKind = (typeof NUDGE_KINDS)[number];

/** Each may be off for the organisation; those of a cohort may be off for it alone. */
export const SETTABLE_KINDS = [...MESSAGE_KINDS, ...NUDGE_KINDS] as const;
export type SettableKind = (typeof SETTABLE_KINDS)[number];

/** What is about the sessions of one cohort; the other two are about everything that somebody does. */
export const KINDS_OF_A_COHORT: readonly SettableKind[] = SETTABLE_KINDS.filter(
	(kind) => kind !== 'tasks-due' && kind !== 'week-ahead',
);

export const KIND_NAMES: Readonly<Record<SettableKind, string>> = {
	joining: 'Joining',
	reminder: 'Reminder',
	changed: 'Changed time',
	cancelled: 'Does not go ahead',
	'missed-you': 'Missed you',
	'session-tomorrow': 'Session tomorrow',
	'register-overdue': 'Register overdue',
	'log-overdue': 'Delivery log overdue',
	'tasks-due': 'Tasks due',
	'week-ahead': 'The week ahead',
};

/** When each kind leaves, as content. Days before are at the session’s own wall time; hours are after its end. */
export type KindTimings = {
	readonly joining: { readonly daysBefore: number; readonly latestMinutesBefore: number };
	readonly reminder: { readonly daysBefore: number; readonly latestMinutesBefore: number };
	readonly changed: { readonly latestMinutesBefore: number };
	readonly cancelled: { readonly latestMinutesBefore: number };
	readonly missedYou: { readonly withinDays: number };
	readonly sessionTomorrow: { readonly daysBefore: number; readonly at: ClockTime };
	readonly registerOverdue: { readonly hoursAfter: number };
	readonly logOverdue: { readonly hoursAfter: number };
	readonly tasksDue: { readonly at: ClockTime };
	readonly weekAhead: { readonly weekday: Weekday; readonly at: ClockTime };
};

/** A person with one safe day a week still has one in the days by which a message is planned ahead. */
const A_WEEK = 7;

/** How many days ahead of a session messages of the kind are planned: a week more than they leave, at once as the reminder. */
export function planAheadDays(kind: MessageKind, { joining, reminder }: KindTimings): number {
	return (kind === 'joining' ? joining : reminder).daysBefore + A_WEEK;
}

/** When a message of the kind is wanted: so many days before at the same wall time, or as soon as it is planned. */
export function wantedAt(kind: MessageKind, time: SessionTime, timings: KindTimings, plannedAt: Instant): Instant {
	if (kind === 'joining' || kind === 'reminder') return sameTimeDaysBefore(time, timings[kind].daysBefore);
	return plannedAt;
}

/** The last moment at which a message of the kind about this session is of use. */
export function lastUseOf(
	kind: MessageKind,
	{ startsAt }: Pick<SessionTime, 'startsAt'>,
	timings: KindTimings,
): Instant {
	if (kind === 'missed-you') return plusMinutes(startsAt, timings.missedYou.withinDays * 24 * 60);
	return plusMinutes(startsAt, -timings[kind].latestMinutesBefore);
}

/**
 * The moment at which the wall clock showed the session's start so many calendar days before: an hour more or less than
 * whole days when the clocks change in between (facts/calendar §2). A wall time that the clocks jumped over: whole days.
 */
export function sameTimeDaysBefore({ day, startTime, startsAt }: SessionTime, days: number): Instant {
	return instantOf(plusDays(day, -days), startTime) ?? plusMinutes(startsAt, -days * 24 * 60);
}
