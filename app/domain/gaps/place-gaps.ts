import { isActive } from '../attrition/enrolment.ts';
import type { EnrolmentState } from '../attrition/enrolment-states.ts';
import type { Side } from '../programmes/programme.ts';
import { type CalendarDay, plusDays } from '../shared/calendar-day.ts';

/** What is known of one place about the contacts that belong to it. */
export type PlaceFacts = {
	readonly state: EnrolmentState;
	readonly joinsAtPlan: number;
	readonly enrolledOn: CalendarDay;
	readonly side: Side;
	/** How many plans the programme has, and the day of each that was held, in the order of the days, from the joining one on. */
	readonly plans: number;
	readonly heldOn: readonly CalendarDay[];
	/** Contacts with the referrer: asked for over the whole programme, and documented so far. */
	readonly contactsAsked: number;
	readonly contacts: number;
	/** Whether a worker has tried to reach the partner or mother, or found that there is nobody to reach. */
	readonly isPartnerAttempted: boolean;
};

/** How long partner support has for a first attempt, in days from the day on which the place began (decision 0027). */
export const PARTNER_CONTACT_WITHIN_DAYS = 14;

/**
 * From which day a contact with the referrer is missing; null while none is. The contacts that the programme asks for are
 * spread evenly over the plans from the joining one on: the k-th of n is due when k/n of them were held (decision 0027). A
 * place that ended early needs none; one that was completed needs them all. (§3.9, §7.9)
 */
export function referrerContactMissingSince(facts: PlaceFacts): CalendarDay | null {
	const { state, contactsAsked, contacts, heldOn } = facts;
	if (!isActive(state) && state !== 'completed') return null;
	if (contacts >= contactsAsked || heldOn.length === 0) return null;
	if (state === 'completed') return heldOn.at(-1)!;
	const next = Math.ceil(((contacts + 1) * plansToCome(facts)) / contactsAsked);
	return heldOn[next - 1] ?? null;
}

/**
 * How many contacts with the referrer are missing of those that are due by now, as `referrerContactMissingSince` spreads
 * them; 0 where none is.
 */
export function referrerContactsMissing(facts: PlaceFacts): number {
	const { state, contactsAsked, contacts, heldOn } = facts;
	if (referrerContactMissingSince(facts) === null) return 0;
	const due = state === 'completed' ? contactsAsked : Math.floor((heldOn.length * contactsAsked) / plansToCome(facts));
	return Math.min(due, contactsAsked) - contacts;
}

function plansToCome({ plans, joinsAtPlan }: PlaceFacts): number {
	return Math.max(1, plans - joinsAtPlan + 1);
}

/**
 * From which day an attempt to reach the partner or mother is missing; null while none is, and while the days for it run.
 * Of every man with a place that goes on, partner known or not, so that it tells nothing. For the survivor side alone: it is
 * seen by who may see tasks of partner support. (§7.9, safety.md §1)
 */
export function partnerContactMissingSince(facts: PlaceFacts, today: CalendarDay): CalendarDay | null {
	if (facts.side !== 'perpetrator' || !isActive(facts.state) || facts.isPartnerAttempted) return null;
	const lastDay = plusDays(facts.enrolledOn, PARTNER_CONTACT_WITHIN_DAYS);
	return today > lastDay ? lastDay : null;
}
