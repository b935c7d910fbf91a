import type { CalendarDay } from '../shared/calendar-day.ts';
import type { ClockTime } from '../shared/clock-time.ts';
import { instantOf, plusMinutes } from '../shared/instant.ts';
import type { SessionTime } from './session.ts';

/** How long a session may last, in minutes. */
export const SHORTEST_SESSION = 1;
export const LONGEST_SESSION = 600;

/**
 * The session that starts at this wall time on this day and lasts so many elapsed minutes. Null when the clocks jump
 * over the start (facts/calendar §2: refuse it); a start that happens twice in autumn is the earlier one.
 */
export function sessionTimeAt(day: CalendarDay, startTime: ClockTime, lengthMinutes: number): SessionTime | null {
	const startsAt = instantOf(day, startTime);
	if (startsAt === null) return null;
	return { day, startTime, lengthMinutes, startsAt, endsAt: plusMinutes(startsAt, lengthMinutes) };
}

/** Whether the two are under way at one moment; one that ends when the other starts does not overlap it. */
export function timesOverlap(one: SessionTime, other: SessionTime): boolean {
	return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}
