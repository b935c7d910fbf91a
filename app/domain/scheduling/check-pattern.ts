import { WEEKDAYS, type Weekday } from '../shared/calendar-day.ts';
import { minutesOfDay } from '../shared/clock-time.ts';
import { type Refused, refused } from '../shared/outcome.ts';
import type { Closure, Slot } from './meeting-pattern.ts';
import { LONGEST_SESSION, SHORTEST_SESSION } from './session-time.ts';

export type PatternRefusal =
	| 'no-slot'
	| 'slot-twice'
	| 'slots-overlap'
	| 'closure-ends-before-start'
	| 'length-out-of-range';

const MINUTES_OF_WEEK = 7 * 1440;

/**
 * What is wrong with the meeting pattern itself, before any day is looked at; null when nothing is. Two slots overlap
 * when the longest session begun in one runs into the other, over midnight and over the end of the week too.
 * `lengths` are minutes of the sessions that take a slot; with none of them no slot is needed.
 */
export function faultOfPattern(
	slots: readonly Slot[],
	ranges: readonly Closure[],
	lengths: readonly number[],
): Refused<PatternRefusal> | null {
	if (lengths.length > 0 && slots.length === 0) return refused('no-slot');
	const wrongLength = lengths.find((length) => !isLength(length));
	if (wrongLength !== undefined) {
		return refused('length-out-of-range', { minutes: wrongLength, from: SHORTEST_SESSION, to: LONGEST_SESSION });
	}
	const backwards = ranges.find((range) => range.to < range.from);
	if (backwards) return refused('closure-ends-before-start', { ...backwards });
	return faultBetweenSlots(slots, Math.max(0, ...lengths));
}

function faultBetweenSlots(slots: readonly Slot[], longest: number): Refused<PatternRefusal> | null {
	for (const [index, slot] of slots.entries()) {
		for (const other of slots.slice(index + 1)) {
			if (minuteOfWeek(slot) === minuteOfWeek(other)) return refused('slot-twice', { ...slot });
			const [first, second] = overlapping(slot, other, longest) ? [slot, other] : [other, slot];
			if (overlapping(first, second, longest)) {
				return refused('slots-overlap', { first: { ...first }, second: { ...second }, lengthMinutes: longest });
			}
		}
	}
	return null;
}

function overlapping(earlier: Slot, later: Slot, length: number): boolean {
	return (minuteOfWeek(later) - minuteOfWeek(earlier) + MINUTES_OF_WEEK) % MINUTES_OF_WEEK < length;
}

function minuteOfWeek(slot: Slot): number {
	return dayNumber(slot.weekday) * 1440 + minutesOfDay(slot.startTime);
}

function dayNumber(weekday: Weekday): number {
	return WEEKDAYS.indexOf(weekday);
}

function isLength(minutes: number): boolean {
	return Number.isInteger(minutes) && minutes >= SHORTEST_SESSION && minutes <= LONGEST_SESSION;
}
