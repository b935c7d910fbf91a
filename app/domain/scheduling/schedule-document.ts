import type { PlanKind } from '../programmes/programme.ts';
import { type CalendarDay, type Weekday, weekdayOf } from '../shared/calendar-day.ts';
import type { ClockTime } from '../shared/clock-time.ts';
import type { Instant } from '../shared/instant.ts';
import type { Details, Refused } from '../shared/outcome.ts';
import { sentenceForLayOut } from './lay-out-refusals.ts';
import type { LaidOut, LaidOutSession, SkippedDay } from './lay-out-sessions.ts';

/** A laid-out cohort as the command line prints it, in plan order; names as in tests/fixtures/vectors/schedule.json. */
export type ScheduleDocument = {
	readonly sessions: readonly ScheduledSession[];
	readonly firstDate: CalendarDay | null;
	readonly lastDate: CalendarDay | null;
	readonly skipped: readonly SkippedDay[];
};

/** Date and times are null for an individual session that nobody has booked. */
export type ScheduledSession = {
	readonly number: number;
	readonly kind: PlanKind;
	readonly date: CalendarDay | null;
	readonly weekday: Weekday | null;
	readonly startLocal: ClockTime | null;
	readonly startUtc: Instant | null;
	readonly endUtc: Instant | null;
};

/** The document for sessions that could be laid out. */
export function scheduleDocument(laidOut: LaidOut): ScheduleDocument {
	return {
		sessions: laidOut.sessions.map(scheduledSession),
		firstDate: laidOut.firstDay,
		lastDate: laidOut.lastDay,
		skipped: laidOut.skipped,
	};
}

export type RefusedDocument = {
	readonly refused: { readonly code: string; readonly details: Details; readonly message: string };
};

/** The document for sessions that could not: the code, its details, and the sentence that says what to do. */
export function refusedSchedule(refusal: Refused): RefusedDocument {
	return { refused: { code: refusal.code, details: refusal.details, message: sentenceForLayOut(refusal) } };
}

function scheduledSession({ planNumber, kind, time }: LaidOutSession): ScheduledSession {
	return {
		number: planNumber,
		kind,
		date: time?.day ?? null,
		weekday: time ? weekdayOf(time.day) : null,
		startLocal: time?.startTime ?? null,
		startUtc: time?.startsAt ?? null,
		endUtc: time?.endsAt ?? null,
	};
}
