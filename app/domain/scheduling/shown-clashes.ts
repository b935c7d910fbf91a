import type { CalendarDay, Weekday } from '../shared/calendar-day.ts';
import type { CohortId, StaffId } from '../shared/ids.ts';
import { upperFirst } from '../shared/in-words.ts';
import { CLASH_WEIGHTS, type Clash } from './clashes.ts';
import {
	CLASHES_OF_FAMILIES,
	type ClashOfPlan,
	type ClashWeight,
	type ClashWithOther,
} from './clashing/clash-kinds.ts';

/** What everybody reads of a cause that they may not know of, to the byte (docs/security.md). */
export const SLOT_NOT_AVAILABLE = 'This slot is not available';

/** A clash as somebody may read it: with the other cohort's name, or without any cause. */
export type ShownClash = { readonly planNumber: number; readonly day: CalendarDay } & (
	| { readonly kind: ShownKind<'facilitator'>; readonly with: string; readonly staffId: StaffId }
	| { readonly kind: ShownKind<'other'>; readonly with: string }
	| { readonly kind: 'venue-day-not-theirs'; readonly weekday: Weekday }
	| { readonly kind: 'too-few-facilitators'; readonly wanted: number; readonly there: number }
	| { readonly kind: 'nobody-accredited' | 'mixed-pair-lost' | 'may-not-meet-in-cohort' }
	| { readonly kind: 'not-available' }
);
type AboutFacilitator = 'facilitator-double-booked' | 'facilitator-of-both-sides';
type ShownKind<About> = About extends 'facilitator'
	? AboutFacilitator
	: Exclude<ClashWithOther['kind'], AboutFacilitator>;

type Reader = {
	/** May know of families and of who may not meet whom: leads and partner-support workers. */
	readonly seesFamilies?: boolean;
	/** May know for what others are accredited: who arranges cohorts. */
	readonly seesAccreditations?: boolean;
};

/**
 * What of these clashes a person may read. `nameOf` gives the other cohort's name, or null when they may not know of it:
 * such a clash, every one of families for who may not know of them, and a lack of accreditations likewise, says only that
 * the slot is not available, once for each session, whatever causes it and however many there are. Where the weekday is not
 * the side's own even that is left out: on the other side's days nothing is to be learnt (docs/security.md).
 */
export function shownClashes(
	clashes: readonly Clash[],
	nameOf: (cohortId: CohortId) => string | null,
	{ seesFamilies = false, seesAccreditations = false }: Reader = {},
): readonly ShownClash[] {
	const shown: ShownClash[] = [];
	const closed = new Set(
		clashes.filter(({ kind }) => kind === 'venue-day-not-theirs').map((clash) => clash.planNumber),
	);
	for (const clash of clashes) {
		const { planNumber, day } = clash;
		const isHidden =
			(CLASHES_OF_FAMILIES.includes(clash.kind) && !seesFamilies) ||
			(clash.kind === 'nobody-accredited' && !seesAccreditations);
		const name = 'otherCohortId' in clash ? nameOf(clash.otherCohortId) : '';
		if (!isHidden && name !== null) addOnce(shown, named(clash, name));
		else if (!closed.has(planNumber) && !shown.some((one) => one.planNumber === planNumber && isNeutral(one))) {
			shown.push({ planNumber, day, kind: 'not-available' });
		}
	}
	// What says nothing of its cause stands last: where it was found would tell of it.
	return shown.toSorted(
		(one, other) => one.planNumber - other.planNumber || Number(isNeutral(one)) - Number(isNeutral(other)),
	);
}

/** Whether it says nothing of its cause. */
export function isNeutral({ kind }: Pick<ShownClash, 'kind'>): boolean {
	return kind === 'not-available';
}

/** How much a clash weighs as it is shown: one without a cause as much as the heaviest. */
export function weightOf({ kind }: Pick<ShownClash, 'kind'>): ClashWeight {
	return kind === 'not-available' ? 'safety' : CLASH_WEIGHTS[kind];
}

/** Whether nobody may start or book past it; a soft one takes a tick. */
export function isBlocking(clash: Pick<ShownClash, 'kind'>): boolean {
	return weightOf(clash) !== 'soft';
}

/** The sentence that names a clash; `staffName` is the facilitator's, where the clash is about one. */
export function sentenceForClash(clash: ShownClash, staffName: string): string {
	switch (clash.kind) {
		case 'not-available':
			return SLOT_NOT_AVAILABLE;
		case 'facilitator-double-booked':
			return `${staffName} is with ${clash.with} at that time`;
		case 'facilitator-of-both-sides':
			return `${staffName} works with the other side of a family, in ${clash.with}`;
		case 'venue-day-not-theirs':
			return `${upperFirst(clash.weekday)} is not one of this side’s days at the venue`;
		case 'too-few-facilitators':
			return `The programme wants ${clash.wanted} facilitators and this team has ${clash.there}`;
		case 'nobody-accredited':
		case 'mixed-pair-lost':
		case 'may-not-meet-in-cohort':
			return OF_PLAN[clash.kind];
		default:
			return `${clash.with} ${WITH_OTHER[clash.kind]}`;
	}
}

const OF_PLAN = {
	'nobody-accredited': 'Nobody on the team is accredited for this programme on that day',
	'mixed-pair-lost': 'The programme wants a mixed pair, and this team is not one',
	'may-not-meet-in-cohort': 'Two people of this cohort may not meet',
} as const;

const WITH_OTHER: Readonly<Record<ShownKind<'other'>, string>> = {
	'room-double-booked': 'is in the room at that time',
	'online-room-double-booked': 'is in the online room at that time',
	'participant-double-booked': 'meets at that time, and a participant has a place in it too',
	'both-sides-one-venue-one-day': 'is at the venue that day: the two sides never share a venue on one day',
	'family-too-close': 'is close by at about that time, with the other side of a family',
	'may-not-meet-nearby': 'is close by at about that time, with somebody whom a participant may not meet',
};

/** Two participants with a place in one other cohort are one line. */
function addOnce(shown: ShownClash[], clash: ShownClash): void {
	const line = JSON.stringify(clash);
	if (!shown.some((one) => JSON.stringify(one) === line)) shown.push(clash);
}

function named(clash: Clash, name: string): ShownClash {
	const { planNumber, day } = clash;
	if (!('otherCohortId' in clash)) return ofPlan(clash);
	if ('staffId' in clash) return { planNumber, day, kind: clash.kind, with: name, staffId: clash.staffId };
	return { planNumber, day, kind: clash.kind, with: name };
}

function ofPlan(clash: ClashOfPlan): ShownClash {
	const { planNumber, day } = clash;
	if (clash.kind === 'venue-day-not-theirs') return { planNumber, day, kind: clash.kind, weekday: clash.weekday };
	if (clash.kind !== 'too-few-facilitators') return { planNumber, day, kind: clash.kind };
	return { planNumber, day, kind: clash.kind, wanted: clash.wanted, there: clash.there };
}
