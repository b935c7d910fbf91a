import type { AccreditationId, StaffId } from '../../shared/ids.ts';

/** What bringing a list in made, so that it can be taken back. Holidays and cohorts name their import themselves. */
export type Made = {
	readonly broughtIn: number;
	readonly staff: readonly StaffId[];
	readonly accreditations: readonly AccreditationId[];
	/** Whose hours it set. */
	readonly hours: readonly StaffId[];
	readonly profiles: readonly StaffId[];
};

export const NOTHING_MADE: Made = { broughtIn: 0, staff: [], accreditations: [], hours: [], profiles: [] };
