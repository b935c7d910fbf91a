import type { CalendarDay, Weekday } from '../../shared/calendar-day.ts';
import type { CohortId, PersonId, RoomId, StaffId, VenueId } from '../../shared/ids.ts';

/** What stands in the way of one session of a plan: something about the plan itself, or another cohort. */
export type Clash = ClashOfPlan | ClashWithOther;

type AtSession = { readonly planNumber: number; readonly day: CalendarDay };

/** Nobody else has to do with it. */
export type ClashOfPlan = AtSession &
	(
		| { readonly kind: 'venue-day-not-theirs'; readonly venueId: VenueId; readonly weekday: Weekday }
		| { readonly kind: 'nobody-accredited' }
		| { readonly kind: 'too-few-facilitators'; readonly wanted: number; readonly there: number }
		| { readonly kind: 'mixed-pair-lost' }
		| { readonly kind: 'may-not-meet-in-cohort'; readonly people: PairOfPeople }
	);

/** Another cohort has; `otherPlanNumber` says by which of its sessions, where it is one. */
export type ClashWithOther = AtSession & { readonly otherCohortId: CohortId } & (
		| { readonly kind: 'facilitator-of-both-sides'; readonly staffId: StaffId }
		| ({ readonly otherPlanNumber: number } & (
				| { readonly kind: 'facilitator-double-booked'; readonly staffId: StaffId }
				| { readonly kind: 'room-double-booked'; readonly roomId: RoomId }
				| { readonly kind: 'online-room-double-booked'; readonly onlineRoom: string }
				| { readonly kind: 'participant-double-booked'; readonly personId: PersonId }
				| { readonly kind: 'both-sides-one-venue-one-day'; readonly venueId: VenueId }
				| { readonly kind: 'family-too-close' | 'may-not-meet-nearby'; readonly people: PairOfPeople }
		  ))
	);

/** One of the planned session, and one of the other (or of the same). */
export type PairOfPeople = readonly [own: PersonId, other: PersonId];
export type ClashKind = Clash['kind'];
export type ClashWeight = 'hard' | 'safety' | 'soft';

/**
 * Nobody starts or books past a hard clash or one of safety: the plan stays a draft until it is resolved. A soft one takes
 * a tick (§2.9).
 */
export const CLASH_WEIGHTS: Readonly<Record<ClashKind, ClashWeight>> = {
	'facilitator-double-booked': 'hard',
	'room-double-booked': 'hard',
	'online-room-double-booked': 'hard',
	'participant-double-booked': 'hard',
	'nobody-accredited': 'hard',
	'too-few-facilitators': 'soft',
	'mixed-pair-lost': 'soft',
	'venue-day-not-theirs': 'safety',
	'both-sides-one-venue-one-day': 'safety',
	'family-too-close': 'safety',
	'facilitator-of-both-sides': 'safety',
	'may-not-meet-nearby': 'safety',
	'may-not-meet-in-cohort': 'safety',
};

/** Whether another time could be without it; what is wrong with a team or with who has a place stays at every time. */
export function isOfItsTime({ kind }: Pick<Clash, 'kind'>): boolean {
	return !AT_EVERY_TIME.includes(kind);
}

const AT_EVERY_TIME: readonly ClashKind[] = [
	'too-few-facilitators',
	'mixed-pair-lost',
	'facilitator-of-both-sides',
	'may-not-meet-in-cohort',
];

/** What only those may read of who may know of families and of who may not meet whom: leads and partner-support workers. */
export const CLASHES_OF_FAMILIES: readonly ClashKind[] = [
	'family-too-close',
	'facilitator-of-both-sides',
	'may-not-meet-nearby',
	'may-not-meet-in-cohort',
];
