import type { CalendarDay } from '../shared/calendar-day.ts';
import type { AreaId, BankHolidayId, ClosureId, SchoolHolidayId, VenueId } from '../shared/ids.ts';
import type { Closure, Nation } from './meeting-pattern.ts';

/** Days, both ends included, on which some cohorts do not meet, and which cohorts those are. */
export type DayOff = Closure &
	(
		| { readonly kind: 'closure'; readonly id: ClosureId; readonly venueId: VenueId | null }
		| { readonly kind: 'bank-holiday'; readonly id: BankHolidayId; readonly nation: Nation }
		| { readonly kind: 'school-holiday'; readonly id: SchoolHolidayId; readonly areaId: AreaId }
	);
export type DayOffId = DayOff['id'];

/** What decides which days off are a cohort's. */
export type MeetsWhere = {
	readonly areaId: AreaId;
	readonly nation: Nation;
	/** Null: it meets online. */
	readonly venueId: VenueId | null;
	readonly runsOnBankHoliday: boolean;
	readonly skipsSchoolHolidays: boolean;
};

/**
 * Whether the cohort does not meet on these days: a closure of everywhere or of its venue, a bank holiday of the nation
 * that it pinned unless it runs on them, a school holiday of its area if it leaves those out (facts/calendar §3).
 */
export function isOff(cohort: MeetsWhere, dayOff: DayOff): boolean {
	switch (dayOff.kind) {
		case 'closure':
			return dayOff.venueId === null || dayOff.venueId === cohort.venueId;
		case 'bank-holiday':
			return dayOff.nation === cohort.nation && !cohort.runsOnBankHoliday;
		case 'school-holiday':
			return dayOff.areaId === cohort.areaId && cohort.skipsSchoolHolidays;
	}
}

/** How many of these days on which cohorts meet are days off for them. */
export function countHit(
	dayOff: DayOff,
	meetings: readonly { readonly cohort: MeetsWhere; readonly day: CalendarDay }[],
): number {
	return meetings.filter(({ cohort, day }) => dayOff.from <= day && day <= dayOff.to && isOff(cohort, dayOff)).length;
}
