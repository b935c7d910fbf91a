import type { PlanKind, SessionPlan } from '../programmes/programme.ts';
import { type CalendarDay, laterDay, plusDays } from '../shared/calendar-day.ts';
import type { Instant } from '../shared/instant.ts';
import { done, type Outcome, type Refused, refused } from '../shared/outcome.ts';
import { type DaysOff, reasonsAgainst } from './blocked-days.ts';
import { faultOfPattern, type PatternRefusal } from './check-pattern.ts';
import type { SkipReason, Slot } from './meeting-pattern.ts';
import type { SessionTime } from './session.ts';
import { sessionTimeAt } from './session-time.ts';
import { afterUsingFirst, queueFrom, type SlotQueue } from './slot-queue.ts';

/** What laying out needs of a session plan. */
export type PlanToLayOut = Pick<SessionPlan, 'number' | 'kind' | 'minutes' | 'gapBeforeWeeks'>;

export type LayOutInput = DaysOff & {
	readonly plans: readonly PlanToLayOut[];
	readonly slots: readonly Slot[];
	readonly earliestStart: CalendarDay;
	/** Length of every session in minutes, whatever the plans say; null or absent keeps each plan's own. */
	readonly lengthMinutes?: number | null;
	/** The day of the session before the first of these plans: its gap is counted from there. */
	readonly previousDay?: CalendarDay | null;
	/** A slot that starts at this moment or before is over and passed by: no session is laid into the past. */
	readonly startsAfter?: Instant | null;
};

export type LaidOutSession = {
	readonly planNumber: number;
	readonly kind: PlanKind;
	/** Null for an individual session: a placeholder until it is booked for a person. */
	readonly time: SessionTime | null;
};

export type SkippedDay = { readonly date: CalendarDay; readonly reasons: readonly SkipReason[] };

/** `sessions` in plan order; `firstDay` and `lastDay` are null when every session is a placeholder. */
export type LaidOut = {
	readonly sessions: readonly LaidOutSession[];
	readonly firstDay: CalendarDay | null;
	readonly lastDay: CalendarDay | null;
	readonly skipped: readonly SkippedDay[];
};

export type LayOutRefusal = PatternRefusal | 'no-plans' | 'start-in-clock-change-gap' | 'never-clear';

/** A slot that finds no clear day for this long never will: the closures need looking at, not the calendar. */
export const LONGEST_WAIT_DAYS = 3 * 366;

/**
 * Gives every group and review plan, in plan order, the earliest free day of the meeting pattern. A slot whose day is
 * blocked moves by whole weeks until it is clear, so another slot may come first; a gap restarts the slots at the
 * session before + 7 × gap + 1 days. An individual plan becomes a placeholder, takes no slot, and its gap has no effect.
 * Days are counted on the calendar and the moments derived last, so the wall time stays through a clock change.
 * Refused with the fault of the pattern, when a start falls in a clock-change gap, and when no day ever comes clear.
 * The first gap is counted from `previousDay`, if there is one, and never leads before `earliestStart`.
 * `skipped` holds every blocked slot day before the last session, once, with all its reasons. (§2.1, §2.2, §2.4)
 */
export function layOutSessions(input: LayOutInput): Outcome<LaidOut, LayOutRefusal> {
	if (input.plans.length === 0) return refused('no-plans');
	const lengths = input.plans.filter(takesSlot).map((plan) => lengthOf(plan, input));
	const ranges = [...input.closures, ...(input.schoolHolidays ?? []), ...input.skippedWeeks];
	const fault = faultOfPattern(input.slots, ranges, lengths);
	if (fault) return fault;

	const { slots, earliestStart, previousDay = null } = input;
	let course: Course = { queue: queueFrom(slots, earliestStart), waitsFrom: earliestStart, previousDay };
	const sessions: LaidOutSession[] = [];
	const skipped = new Map<CalendarDay, readonly SkipReason[]>();
	for (const plan of input.plans) {
		const placed = takesSlot(plan) ? place(plan, course, input) : null;
		if (placed && !('time' in placed)) return placed;
		sessions.push({ planNumber: plan.number, kind: plan.kind, time: placed?.time ?? null });
		if (!placed) continue;
		for (const day of placed.skipped) skipped.set(day.date, day.reasons);
		course = { queue: placed.queue, waitsFrom: placed.time.day, previousDay: placed.time.day };
	}
	return done(summary(sessions, skipped));
}

/** The sessions as a list shows them: placeholders first, then by plan (§2.4). */
export function inDisplayOrder<Laid extends Pick<LaidOutSession, 'time'>>(sessions: readonly Laid[]): readonly Laid[] {
	return [
		...sessions.filter((session) => session.time === null),
		...sessions.filter((session) => session.time !== null),
	];
}

type Course = {
	readonly queue: SlotQueue;
	readonly waitsFrom: CalendarDay;
	readonly previousDay: CalendarDay | null;
};
type Placed = { readonly time: SessionTime; readonly queue: SlotQueue; readonly skipped: readonly SkippedDay[] };

function place(plan: PlanToLayOut, course: Course, input: LayOutInput): Placed | Refused<LayOutRefusal> {
	let { queue, waitsFrom } = afterGap(plan, course, input);
	const skipped: SkippedDay[] = [];
	for (;;) {
		const slot = queue[0]!;
		queue = afterUsingFirst(queue);
		const reasons = reasonsAgainst(slot.nextDay, input);
		if (reasons.length === 0) {
			const time = sessionTimeAt(slot.nextDay, slot.startTime, lengthOf(plan, input));
			if (time && isOver(time, input)) continue;
			if (time) return { time, queue, skipped };
			const details = { planNumber: plan.number, day: slot.nextDay, time: slot.startTime };
			return refused('start-in-clock-change-gap', details);
		}
		skipped.push({ date: slot.nextDay, reasons });
		if (slot.nextDay > plusDays(waitsFrom, LONGEST_WAIT_DAYS)) {
			return refused('never-clear', {
				planNumber: plan.number,
				from: waitsFrom,
				labels: reasons.map(({ label }) => label),
			});
		}
	}
}

function afterGap(plan: PlanToLayOut, course: Course, { slots, earliestStart }: LayOutInput): Course {
	if (plan.gapBeforeWeeks === 0 || course.previousDay === null) return course;
	const restart = laterDay(plusDays(course.previousDay, 7 * plan.gapBeforeWeeks + 1), earliestStart);
	return { ...course, queue: queueFrom(slots, restart), waitsFrom: restart };
}

function isOver(time: SessionTime, { startsAfter = null }: LayOutInput): boolean {
	return startsAfter !== null && time.startsAt <= startsAfter;
}

function summary(
	sessions: readonly LaidOutSession[],
	skipped: ReadonlyMap<CalendarDay, readonly SkipReason[]>,
): LaidOut {
	const days = sessions.flatMap((session) => session.time?.day ?? []);
	return {
		sessions,
		firstDay: days[0] ?? null,
		lastDay: days.at(-1) ?? null,
		skipped: [...skipped].map(([date, reasons]) => ({ date, reasons })),
	};
}

function takesSlot(plan: PlanToLayOut): boolean {
	return plan.kind !== 'individual';
}

function lengthOf(plan: PlanToLayOut, input: LayOutInput): number {
	return input.lengthMinutes ?? plan.minutes;
}
