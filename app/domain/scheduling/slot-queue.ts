import { type CalendarDay, firstWeekdayFrom, plusDays } from '../shared/calendar-day.ts';
import type { Slot } from './meeting-pattern.ts';

/** A slot with the next day on which it could be used. */
export type QueuedSlot = Slot & { readonly nextDay: CalendarDay };

/** The slots in the order of their next days, then of their start times: the first of them is used next (§2.1). */
export type SlotQueue = readonly QueuedSlot[];

/** Each slot at its first weekday on or after the earliest start, the same day included (§2.2). */
export function queueFrom(slots: readonly Slot[], earliestStart: CalendarDay): SlotQueue {
	return inOrder(slots.map((slot) => ({ ...slot, nextDay: firstWeekdayFrom(earliestStart, slot.weekday) })));
}

/** The queue with its first slot moved on by one week. */
export function afterUsingFirst(queue: SlotQueue): SlotQueue {
	const [first, ...others] = queue;
	return first ? inOrder([...others, { ...first, nextDay: plusDays(first.nextDay, 7) }]) : queue;
}

function inOrder(queue: readonly QueuedSlot[]): SlotQueue {
	const key = (slot: QueuedSlot) => `${slot.nextDay} ${slot.startTime}`;
	return [...queue].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
