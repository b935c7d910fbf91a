import type { CalendarDay } from '../shared/calendar-day.ts';
import type { CohortId, StaffId } from '../shared/ids.ts';
import type { Clash } from './clashes.ts';

/** What everybody reads of a cause that they may not know of, to the byte (docs/security.md). */
export const SLOT_NOT_AVAILABLE = 'This slot is not available';

/** A clash as somebody may read it: with the other cohort's name, or without any cause. */
export type ShownClash = { readonly planNumber: number; readonly day: CalendarDay } & (
	| { readonly kind: 'facilitator-double-booked'; readonly with: string; readonly staffId: StaffId }
	| { readonly kind: 'room-double-booked' | 'both-sides-one-venue-one-day'; readonly with: string }
	| { readonly kind: 'not-available' }
);

/**
 * What of these clashes a person may read. `nameOf` gives the other cohort's name, or null when they may not know of it:
 * such a clash says only that the slot is not available, once for each session, whatever causes it and however many there
 * are (docs/security.md).
 */
export function shownClashes(
	clashes: readonly Clash[],
	nameOf: (cohortId: CohortId) => string | null,
): readonly ShownClash[] {
	const shown: ShownClash[] = [];
	for (const clash of clashes) {
		const { planNumber, day, kind } = clash;
		const name = nameOf(clash.otherCohortId);
		if (name === null) {
			const isThere = shown.some((other) => other.planNumber === planNumber && other.kind === 'not-available');
			if (!isThere) shown.push({ planNumber, day, kind: 'not-available' });
		} else if (kind === 'facilitator-double-booked') {
			shown.push({ planNumber, day, kind, with: name, staffId: clash.staffId });
		} else {
			shown.push({ planNumber, day, kind, with: name });
		}
	}
	return shown.toSorted((one, other) => one.planNumber - other.planNumber);
}

/** The sentence that names a clash; `staffName` is the facilitator's, where the clash is about one. */
export function sentenceForClash(clash: ShownClash, staffName: string): string {
	switch (clash.kind) {
		case 'not-available':
			return SLOT_NOT_AVAILABLE;
		case 'facilitator-double-booked':
			return `${staffName} is with ${clash.with} at that time`;
		case 'room-double-booked':
			return `${clash.with} is in the room at that time`;
		case 'both-sides-one-venue-one-day':
			return `${clash.with} is at the venue that day: the two sides never share a venue on one day`;
	}
}
