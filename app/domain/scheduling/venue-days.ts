import type { Side } from '../programmes/programme.ts';
import { WEEKDAYS, type Weekday } from '../shared/calendar-day.ts';

/** The sides between which the weekdays of a venue are divided. Professionals may share a day with either. */
export const SIDES_WITH_DAYS = ['perpetrator', 'survivor'] as const satisfies readonly Side[];

/** To which side each weekday of a venue belongs; a weekday that is left out is neither's. */
export type VenueDays = Partial<Readonly<Record<Weekday, Side>>>;

/** The weekdays of one side, in the order of the week. */
export function daysOf(side: Side, days: VenueDays): readonly Weekday[] {
	return WEEKDAYS.filter((weekday) => days[weekday] === side);
}

/** Whether a cohort of this side may meet at the venue on this weekday. */
export function isDayOf(side: Side, weekday: Weekday, days: VenueDays): boolean {
	return side === 'professional' || days[weekday] === side;
}
