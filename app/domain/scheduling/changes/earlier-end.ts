import type { MarkEntry } from '../../attendance/register.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { ClockTime } from '../../shared/clock-time.ts';
import type { Instant } from '../../shared/instant.ts';
import { done, type Outcome, refused } from '../../shared/outcome.ts';
import { hasStarted, type Session, type SessionTime } from '../session.ts';
import { SHORTEST_SESSION, sessionTimeAt } from '../session-time.ts';

/** A time that the session had, as its history keeps it. */
type HadTime = {
	readonly day: CalendarDay;
	readonly startTime: ClockTime;
	readonly lengthMinutes: number;
	readonly setAt: Instant;
};
export type EarlierEndRefusal =
	| 'cancelled-already'
	| 'has-not-started'
	| 'ends-at-start'
	| 'longer-than-planned'
	| 'end-not-come'
	| 'nothing-changed'
	| 'marks-longer';

/**
 * How long the session was meant to last, in minutes, from the times it had (oldest first): what stood when it began. One
 * that was only put on record afterwards was meant as it was first recorded. (§2.6)
 */
export function plannedMinutes({ time }: Pick<Session, 'time'>, had: readonly HadTime[]): number | null {
	if (!time) return null;
	const here = had.filter(({ day, startTime }) => day === time.day && startTime === time.startTime);
	const planned = here.findLast(({ setAt }) => setAt < time.startsAt) ?? here[0];
	return planned?.lengthMinutes ?? time.lengthMinutes;
}

/**
 * The time of a session that began and lasted so many minutes. It may have been shorter than planned, and corrected
 * afterwards, and never longer. Refused as well before that end has come, and while its register has somebody come late or
 * leave early by more minutes than it lasted. (§2.6)
 */
export function endedAfter(
	minutes: number,
	session: Pick<Session, 'state' | 'time'>,
	record: { readonly had: readonly HadTime[]; readonly marks: readonly Pick<MarkEntry, 'minutes'>[] },
	now: Instant,
): Outcome<SessionTime, EarlierEndRefusal> {
	const { state, time } = session;
	if (state === 'cancelled') return refused('cancelled-already');
	if (time === null || !hasStarted(session, now)) return refused('has-not-started');
	if (!Number.isInteger(minutes) || minutes < SHORTEST_SESSION) return refused('ends-at-start');
	const planned = plannedMinutes(session, record.had)!;
	if (minutes > planned) return refused('longer-than-planned', { startTime: time.startTime, planned });
	const ended = sessionTimeAt(time.day, time.startTime, minutes);
	if (ended === null || ended.endsAt > now) return refused('end-not-come');
	if (minutes === time.lengthMinutes) return refused('nothing-changed');
	const longer = record.marks.filter((mark) => (mark.minutes ?? 0) > minutes);
	return longer.length > 0 ? refused('marks-longer', { count: longer.length }) : done(ended);
}
