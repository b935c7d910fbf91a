import type { CalendarDay } from '../shared/calendar-day.ts';
import type { BankHoliday, Closure, SkipReason } from './meeting-pattern.ts';

/** The days on which a cohort does not meet. */
export type DaysOff = {
	/** Of the cohort's own nation only. */
	readonly bankHolidays: readonly BankHoliday[];
	readonly runsOnBankHoliday: boolean;
	/** Of the organisation and of the cohort's venue. */
	readonly closures: readonly Closure[];
	/** Of the cohort's area, for a cohort that leaves them out. */
	readonly schoolHolidays?: readonly Closure[];
	/** Weeks that this cohort leaves out. */
	readonly skippedWeeks: readonly Closure[];
};

/** Every reason why nothing is held on this day, both ends of a range included; none means that the day is clear (§2.1). */
export function reasonsAgainst(day: CalendarDay, off: DaysOff): readonly SkipReason[] {
	const holidays = off.runsOnBankHoliday ? [] : off.bankHolidays.filter((holiday) => holiday.date === day);
	return withoutRepeats([
		...holidays.map((holiday): SkipReason => ({ kind: 'bank-holiday', label: holiday.title })),
		...labelsCovering(day, off.closures).map((label): SkipReason => ({ kind: 'closure', label })),
		...labelsCovering(day, off.schoolHolidays ?? []).map((label): SkipReason => ({ kind: 'school-holiday', label })),
		...labelsCovering(day, off.skippedWeeks).map((label): SkipReason => ({ kind: 'skipped-week', label })),
	]);
}

function labelsCovering(day: CalendarDay, ranges: readonly Closure[]): string[] {
	return ranges.filter((range) => range.from <= day && day <= range.to).map((range) => range.label);
}

function withoutRepeats(reasons: readonly SkipReason[]): readonly SkipReason[] {
	return reasons.filter(
		(reason, index) =>
			reasons.findIndex((earlier) => earlier.kind === reason.kind && earlier.label === reason.label) === index,
	);
}
