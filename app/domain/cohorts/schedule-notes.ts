import type { Closure } from '../scheduling/meeting-pattern.ts';
import type { Session } from '../scheduling/session.ts';
import type { CalendarDay } from '../shared/calendar-day.ts';
import type { ClockTime } from '../shared/clock-time.ts';
import type { SessionId } from '../shared/ids.ts';

/** A time that a session has or had; the highest version stands. */
export type KeptTime = {
	readonly sessionId: SessionId;
	readonly timeVersion: number;
	readonly day: CalendarDay;
	readonly startTime: ClockTime;
	readonly why: string;
};

type Placed = { readonly day: CalendarDay; readonly startTime: ClockTime };

/** Where the schedule of a cohort is not what it was first meant to be, and where it begins and ends. */
export type ScheduleNotes = {
	/** The first and the last day with a session; null while nothing is booked. */
	readonly startsOn: CalendarDay | null;
	readonly endsOn: CalendarDay | null;
	readonly moved: readonly {
		readonly planNumber: number;
		readonly from: Placed;
		readonly to: Placed;
		readonly why: string;
	}[];
	readonly cancelled: readonly { readonly planNumber: number; readonly reason: string | null }[];
	/** Weeks left out between the first and the last session. */
	readonly skipped: readonly Closure[];
};

/**
 * What became of the schedule. Moved is told from the first time that a session had to the one that stands, with the
 * reason for which it came to that start; a session moved back to its first time was not moved (§2.7).
 */
export function noteSchedule(
	sessions: readonly Session[],
	keptTimes: readonly KeptTime[],
	skippedWeeks: readonly Closure[],
): ScheduleNotes {
	const days = sessions.flatMap(({ time }) => (time ? [time.day] : [])).sort();
	const startsOn = days[0] ?? null;
	const endsOn = days.at(-1) ?? null;
	return {
		startsOn,
		endsOn,
		moved: sessions.flatMap((session) => moveOf(session, keptTimes)),
		cancelled: sessions
			.filter(({ state }) => state === 'cancelled')
			.map(({ planNumber, stateReason }) => ({ planNumber, reason: stateReason })),
		skipped: skippedWeeks.filter(
			({ from, to }) => startsOn !== null && endsOn !== null && to > startsOn && from < endsOn,
		),
	};
}

function moveOf(session: Session, keptTimes: readonly KeptTime[]): ScheduleNotes['moved'] {
	const { id, planNumber, time } = session;
	const own = keptTimes
		.filter(({ sessionId }) => sessionId === id)
		.toSorted((one, other) => one.timeVersion - other.timeVersion);
	const [first] = own;
	const isNow = (one: Placed) => one.day === time?.day && one.startTime === time.startTime;
	if (!first || !time || isNow(first)) return [];
	// A session that only ended early afterwards keeps the reason for which it was moved.
	const newest = own[own.findLastIndex((one) => !isNow(one)) + 1];
	const to = { day: time.day, startTime: time.startTime };
	return [{ planNumber, from: { day: first.day, startTime: first.startTime }, to, why: newest?.why ?? '' }];
}
