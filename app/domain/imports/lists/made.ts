import type { AccreditationId, StaffId } from '../../shared/ids.ts';
import type { Hours } from '../../team/staff-time.ts';

export type HoursMade = { readonly staffId: StaffId; readonly hours: readonly Hours[] };

/** What bringing a list in made, so that it can be taken back. Holidays and cohorts name their import themselves. */
export type Made = {
	readonly broughtIn: number;
	readonly staff: readonly StaffId[];
	readonly accreditations: readonly AccreditationId[];
	/** Whose hours it set, and to which: what was said since is not taken out with it. */
	readonly hours: readonly HoursMade[];
	readonly profiles: readonly StaffId[];
};

export const NOTHING_MADE: Made = { broughtIn: 0, staff: [], accreditations: [], hours: [], profiles: [] };
