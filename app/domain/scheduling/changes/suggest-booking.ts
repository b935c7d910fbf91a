import { type CalendarDay, laterDay, plusDays, WEEKDAYS, weekdayOf } from '../../shared/calendar-day.ts';
import { dayOf, type Instant } from '../../shared/instant.ts';
import { reasonsAgainst } from '../blocked-days.ts';
import type { SessionTime } from '../session.ts';
import { sessionTimeAt } from '../session-time.ts';
import type { Pattern } from './lay-out-again.ts';
import { isInOrder, type TermSession } from './term.ts';

export type BookingFacts = Pattern & {
	/** The day of the module's last group session; null while it has none with a time. */
	readonly after: CalendarDay | null;
	readonly lengthMinutes: number;
	/** Whether the team, the room and the cohort have nothing else then. */
	readonly isFree: (time: SessionTime) => boolean;
	readonly now: Instant;
};

/** Nobody plans an individual session further ahead by a suggestion; beyond this somebody has to look. */
const LOOKS_AHEAD_DAYS = 60;

/**
 * When an individual session could be: from the day after the module's last group session, and never in the past, the
 * first working day on which the cohort's usual start is free for its facilitators. Null when there is none within 60
 * days, or the cohort has no pattern. (§2.4)
 */
export function suggestBooking({ slots, off, after, lengthMinutes, isFree, now }: BookingFacts): SessionTime | null {
	const from = after === null ? dayOf(now) : laterDay(plusDays(after, 1), dayOf(now));
	const starts = [...new Set(slots.map(({ startTime }) => startTime))].sort();
	for (let ahead = 0; ahead < LOOKS_AHEAD_DAYS; ahead += 1) {
		const day = plusDays(from, ahead);
		if (!isWorkingDay(day) || reasonsAgainst(day, off).length > 0) continue;
		const times = starts.map((startTime) => sessionTimeAt(day, startTime, lengthMinutes));
		const free = times.find((time) => time !== null && time.startsAt > now && isFree(time));
		if (free) return free;
	}
	return null;
}

/** The day of the last group or review session among these plans: the end of a module; null when none has a time. */
export function lastGroupDay(term: readonly TermSession[], planNumbers: readonly number[]): CalendarDay | null {
	const days = term
		.filter(
			(session) => planNumbers.includes(session.planNumber) && isInOrder(session) && session.state !== 'cancelled',
		)
		.flatMap(({ time }) => time?.day ?? []);
	return days.toSorted().at(-1) ?? null;
}

function isWorkingDay(day: CalendarDay): boolean {
	return WEEKDAYS.indexOf(weekdayOf(day)) < 5;
}
