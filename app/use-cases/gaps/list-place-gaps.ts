import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type GapExtent, ONE_WAY } from '#app/domain/gaps/gap-extent.ts';
import type { GapKind } from '#app/domain/gaps/gap-kinds.ts';
import {
	type PlaceFacts,
	partnerContactMissingSince,
	referrerContactMissingSince,
	referrerContactsMissing,
} from '#app/domain/gaps/place-gaps.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { type GapPlace, listGapPlaces, listHeldDays, type PlacesWanted } from '#db/queries/gaps/place-facts.ts';

export type PlaceGap = {
	readonly kind: GapKind;
	readonly since: CalendarDay;
	readonly of: GapPlace;
	readonly extent: GapExtent;
};

/**
 * The contacts that are missing at these places, as far as the actor may know of them: with the referrer, and with the
 * partner for who may see tasks of partner support. In two reads, however many places there are. (§7.9)
 */
export function listPlaceGaps(context: AppContext, actor: Actor, wanted: PlacesWanted): readonly PlaceGap[] {
	const { db, clock, content } = context;
	const places = listGapPlaces(db, actor, wanted);
	const heldDays = listHeldDays(db, [...new Set(places.map(({ cohort }) => cohort.id))]);
	const heldOf = Map.groupBy(heldDays, ({ cohortId }) => cohortId);
	const today = dayOf(clock.now());
	return places.flatMap((of): PlaceGap[] => {
		const { cohort, joinsAtPlan } = of;
		const { plans, thresholds } = content.programmeOf(cohort);
		const held = (heldOf.get(cohort.id) ?? []).filter(({ planNumber }) => planNumber >= joinsAtPlan);
		const facts: PlaceFacts = {
			...of,
			side: cohort.side,
			plans: plans.length,
			heldOn: held.map(({ day }) => day),
			contactsAsked: thresholds.referrerContacts,
		};
		const referrer = of.seesReferrers ? referrerContactMissingSince(facts) : null;
		const partner = of.seesPartners ? partnerContactMissingSince(facts, today) : null;
		return [
			...(referrer
				? [{ kind: 'referrer-contacts-missing' as const, since: referrer, of, extent: contacts(facts) }]
				: []),
			...(partner ? [{ kind: 'partner-contact-missing' as const, since: partner, of, extent: ONE_WAY }] : []),
		];
	});
}

function contacts(facts: PlaceFacts): GapExtent {
	return { of: [], many: referrerContactsMissing(facts) };
}
