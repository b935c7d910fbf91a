import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { ClockTime } from '../../shared/clock-time.ts';
import type { Instant } from '../../shared/instant.ts';
import { done, type Outcome, refused } from '../../shared/outcome.ts';
import { type DaysOff, reasonsAgainst } from '../blocked-days.ts';
import type { SessionTime } from '../session.ts';
import { LONGEST_SESSION, SHORTEST_SESSION, sessionTimeAt } from '../session-time.ts';

/** A day, a wall time and a length as somebody chose them. */
export type ChosenTime = {
	readonly day: CalendarDay;
	readonly startTime: ClockTime;
	readonly lengthMinutes: number;
};
export type ChosenTimeRefusal = 'length-out-of-range' | 'start-in-clock-change-gap' | 'day-closed';

/**
 * The time that was chosen for one session, off the pattern too. Refused on a bank holiday and while the organisation or
 * the venue is closed; a week that the cohort leaves out does not bind a date that a person chose. (§2.1, §2.2)
 */
export function chosenTime(chosen: ChosenTime, off: DaysOff): Outcome<SessionTime, ChosenTimeRefusal> {
	const { day, startTime, lengthMinutes } = chosen;
	if (!Number.isInteger(lengthMinutes) || lengthMinutes < SHORTEST_SESSION || lengthMinutes > LONGEST_SESSION) {
		return refused('length-out-of-range', { minutes: lengthMinutes, from: SHORTEST_SESSION, to: LONGEST_SESSION });
	}
	const closed = reasonsAgainst(day, off).find(({ kind }) => kind !== 'skipped-week');
	if (closed) return refused('day-closed', { day, label: closed.label });
	const time = sessionTimeAt(day, startTime, lengthMinutes);
	return time ? done(time) : refused('start-in-clock-change-gap', { day, time: startTime });
}

/** The same for a session to come: refused as well when the start is over. */
export function timeToCome(
	chosen: ChosenTime,
	off: DaysOff,
	now: Instant,
): Outcome<SessionTime, ChosenTimeRefusal | 'in-the-past'> {
	const time = chosenTime(chosen, off);
	return time.done && time.value.startsAt <= now ? refused('in-the-past', { day: chosen.day }) : time;
}
