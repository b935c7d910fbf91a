import { type CalendarDay, plusDays } from '../shared/calendar-day.ts';

/** For which programme somebody is accredited, both days included; without an end until further notice. */
export type Accreditation = {
	readonly programmeSlug: string;
	readonly accreditedOn: CalendarDay;
	readonly expiresOn: CalendarDay | null;
};

/** How long before its end an accreditation is spoken of: about as long as a course takes to come round. */
export const REMINDED_DAYS_BEFORE = 60;

/** Whether one of these holds for the programme on the day (§2.10). */
export function isAccredited(held: readonly Accreditation[], programmeSlug: string, day: CalendarDay): boolean {
	return held.some(
		(one) =>
			one.programmeSlug === programmeSlug &&
			one.accreditedOn <= day &&
			(one.expiresOn === null || day <= one.expiresOn),
	);
}

/**
 * Those of one person's accreditations that end soon, or did lately, and that no other of the same programme outlasts: the
 * ones to be renewed. Nothing is said of one that ended longer ago than it would have been announced before.
 */
export function toBeRenewed<Held extends Accreditation>(held: readonly Held[], today: CalendarDay): readonly Held[] {
	return held.filter(({ programmeSlug, expiresOn }) => {
		if (expiresOn === null || expiresOn > plusDays(today, REMINDED_DAYS_BEFORE)) return false;
		if (expiresOn < plusDays(today, -REMINDED_DAYS_BEFORE)) return false;
		return !held.some(
			(other) => other.programmeSlug === programmeSlug && (other.expiresOn === null || other.expiresOn > expiresOn),
		);
	});
}
