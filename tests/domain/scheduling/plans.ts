import type { LayOutInput, PlanToLayOut } from '#app/domain/scheduling/lay-out-sessions.ts';
import { layOutSessions } from '#app/domain/scheduling/lay-out-sessions.ts';
import type { Closure, Slot } from '#app/domain/scheduling/meeting-pattern.ts';
import { calendarDay, type Weekday } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';

export function slot(weekday: Weekday, time: string): Slot {
	return { weekday, startTime: clockTime(time) };
}

export function closure(from: string, to: string, label = 'Half term'): Closure {
	return { from: calendarDay(from), to: calendarDay(to), label };
}

export function groupPlans(count: number, changes: Record<number, Partial<PlanToLayOut>> = {}): PlanToLayOut[] {
	return Array.from({ length: count }, (_, index) => ({
		number: index + 1,
		kind: 'group',
		minutes: 120,
		gapBeforeWeeks: 0,
		...changes[index + 1],
	}));
}

/** Three Tuesday evenings from 13 January 2026 with nothing in their way. */
export function layOutInput(changes: Partial<LayOutInput> = {}): LayOutInput {
	return {
		plans: groupPlans(3),
		slots: [slot('tuesday', '18:30')],
		earliestStart: calendarDay('2026-01-13'),
		bankHolidays: [],
		runsOnBankHoliday: false,
		closures: [],
		skippedWeeks: [],
		...changes,
	};
}

export function laidOut(input: LayOutInput) {
	const outcome = layOutSessions(input);
	if (!outcome.done) throw new Error(`refused: ${outcome.code}`);
	return outcome.value;
}

/** The days and times of the dated sessions, as `2026-01-13 18:30`. */
export function starts(input: LayOutInput): string[] {
	return laidOut(input).sessions.map(({ time }) => (time ? `${time.day} ${time.startTime}` : 'to be booked'));
}
