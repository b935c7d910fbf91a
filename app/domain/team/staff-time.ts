import type { SessionTime } from '../scheduling/session.ts';
import { type CalendarDay, plusDays, type Weekday, weekdayOf } from '../shared/calendar-day.ts';
import { type ClockTime, minutesOfDay } from '../shared/clock-time.ts';
import { dayOf } from '../shared/instant.ts';
import { done, type Outcome, refused } from '../shared/outcome.ts';

/** Hours of one weekday in which somebody delivers sessions. */
export type Hours = { readonly weekday: Weekday; readonly fromTime: ClockTime; readonly toTime: ClockTime };
/** Whether the two say the same hours, in whatever order. */
export function areSameHours(one: readonly Hours[], other: readonly Hours[]): boolean {
	const written = (hours: readonly Hours[]) =>
		hours
			.map(({ weekday, fromTime, toTime }) => `${weekday} ${fromTime} ${toTime}`)
			.toSorted()
			.join();
	return written(one) === written(other);
}

/** Days on which somebody is away, both ends included. */
export type Leave = { readonly fromDay: CalendarDay; readonly toDay: CalendarDay };

/** Whether somebody is away on a day that the session touches. */
export function isOnLeave(leave: readonly Leave[], { startsAt, endsAt }: SessionTime): boolean {
	const [first, last] = [dayOf(startsAt), dayOf(endsAt)];
	return leave.some(({ fromDay, toDay }) => fromDay <= last && first <= toDay);
}

/**
 * Whether the session lies within somebody's hours, from its start to its end on the wall. Nobody who said no hours is
 * bound to any; hours that touch are one. A session past midnight fits nobody's.
 */
export function isInHours(hours: readonly Hours[], { day, startTime, lengthMinutes }: SessionTime): boolean {
	if (hours.length === 0) return true;
	const [start, end] = [minutesOfDay(startTime), minutesOfDay(startTime) + lengthMinutes];
	const those = hours
		.filter(({ weekday }) => weekday === weekdayOf(day))
		.toSorted((one, other) => (one.fromTime < other.fromTime ? -1 : 1));
	let until = start;
	for (const { fromTime, toTime } of those) {
		if (minutesOfDay(fromTime) <= until && minutesOfDay(toTime) > until) until = minutesOfDay(toTime);
	}
	return until >= end;
}

/** The longest leave that is taken at once here: a year and a day, for parents. */
const LONGEST_LEAVE_DAYS = 366;

/** Whether the days may be kept as leave: in order, not endless, and none that is leave already. */
export function checkLeave(
	{ fromDay, toDay }: Leave,
	others: readonly Leave[],
): Outcome<undefined, 'leave-ends-before-start' | 'leave-too-long' | 'leave-overlaps'> {
	if (toDay < fromDay) return refused('leave-ends-before-start');
	if (toDay >= plusDays(fromDay, LONGEST_LEAVE_DAYS)) return refused('leave-too-long', { most: LONGEST_LEAVE_DAYS });
	const overlaps = others.some((other) => other.fromDay <= toDay && fromDay <= other.toDay);
	return overlaps ? refused('leave-overlaps') : done();
}

/** Whether hours can be kept: each from an earlier to a later time, none within another of the same day. */
export function checkHours(hours: readonly Hours[]): Outcome<undefined, 'hours-end-before-start' | 'hours-overlap'> {
	const wrong = hours.find(({ fromTime, toTime }) => toTime <= fromTime);
	if (wrong) return refused('hours-end-before-start', { weekday: wrong.weekday });
	for (const [index, one] of hours.entries()) {
		const other = hours.findIndex(
			(it) => it.weekday === one.weekday && it.fromTime < one.toTime && one.fromTime < it.toTime,
		);
		if (other < index) return refused('hours-overlap', { weekday: one.weekday });
	}
	return done();
}
