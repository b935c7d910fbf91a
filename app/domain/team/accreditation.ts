import { type CalendarDay, plusDays } from '../shared/calendar-day.ts';

/** For which programme somebody is accredited, both days included; without an end until further notice. */
export type Accreditation = {
	readonly programmeSlug: string;
	readonly accreditedOn: CalendarDay;
	readonly expiresOn: CalendarDay | null;
};

/** The days on which somebody may deliver a programme, both included; without an end until further notice. */
export type AccreditedDays = { readonly from: CalendarDay; readonly until: CalendarDay | null };

/** Whether an accreditation of these days holds on this one (§2.10). */
export function holdsOn({ from, until }: AccreditedDays, day: CalendarDay): boolean {
	return from <= day && (until === null || day <= until);
}

/** Whether somebody was accredited once and is not on the day any more; who never was has lapsed from nothing (§2.9). */
export function hasLapsed(held: readonly AccreditedDays[], day: CalendarDay): boolean {
	return !held.some((one) => holdsOn(one, day)) && held.some(({ until }) => until !== null && until < day);
}

/** How long before its end an accreditation is spoken of: about as long as a course takes to come round. */
export const REMINDED_DAYS_BEFORE = 60;

/** Whether one of these holds for the programme on the day (§2.10). */
export function isAccredited(held: readonly Accreditation[], programmeSlug: string, day: CalendarDay): boolean {
	return held.some(
		(one) => one.programmeSlug === programmeSlug && holdsOn({ from: one.accreditedOn, until: one.expiresOn }, day),
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
