import type { CalendarDay, Weekday } from '../../shared/calendar-day.ts';
import type { RowRefusal } from '../lists/list-reading.ts';

export const GENDERS = ['male', 'female', 'other', 'not-stated'] as const;
export type Gender = (typeof GENDERS)[number];

/** The programmes as a team speaks of them: one accreditation of the second is good for both of its sides. */
export const FAMILIES_OF_PROGRAMMES = ['caring-dads', 'inspiring-families'] as const;
export type ProgrammeFamily = (typeof FAMILIES_OF_PROGRAMMES)[number];

/**
 * How somebody stands to a programme on the day of the reading: the last day itself still counts. `in-training` when words
 * stand where a date should be, `expiry-missing` with a first day alone.
 */
export type AccreditationStatus = 'current' | 'lapsed' | 'in-training' | 'expiry-missing' | 'none';
export type Accreditation = {
	readonly status: AccreditationStatus;
	readonly from: CalendarDay | null;
	readonly until: CalendarDay | null;
};

/** When somebody can deliver. `days` null: it could not be read, which is neither available nor unavailable. */
export type Availability = {
	readonly raw: string;
	readonly days: 'any' | readonly Weekday[] | null;
	readonly part: 'evening' | 'day' | 'any' | null;
	/** What was said beside the days, kept as it stands. */
	readonly conditions: string | null;
};

export const FACILITATOR_WARNINGS = [
	'accreditation-expiry-missing',
	'availability-has-conditions',
	'availability-unreadable',
	'date-from-serial',
	'email-unreadable',
	'gender-unreadable',
	'leading-zero-restored',
	'phone-unreadable',
] as const;
export type FacilitatorWarning = (typeof FACILITATOR_WARNINGS)[number];

/** One row of a list of facilitators as it was read. */
export type Facilitator = {
	readonly row: number;
	readonly name: string;
	readonly knownAs: string | null;
	readonly gender: Gender;
	/** In small letters. */
	readonly email: string | null;
	readonly phone: string | null;
	readonly employer: string | null;
	readonly accreditations: Readonly<Record<ProgrammeFamily, Accreditation>>;
	readonly availability: Availability | null;
	readonly notes: string | null;
	/** In the order of their codes, each with the text that gave rise to it. */
	readonly warnings: readonly { readonly code: FacilitatorWarning; readonly raw: string }[];
};
export type RefusedFacilitator = RowRefusal<FacilitatorField>;

export const FACILITATOR_FIELDS = [
	'name',
	'known_as',
	'gender',
	'email',
	'phone',
	'employer',
	'cd_from',
	'cd_until',
	'if_from',
	'if_until',
	'availability',
	'notes',
] as const;
export type FacilitatorField = (typeof FACILITATOR_FIELDS)[number];
