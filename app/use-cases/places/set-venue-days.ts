import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { isDayOf, type VenueDays } from '#app/domain/scheduling/venue-days.ts';
import { weekdayOf } from '#app/domain/shared/calendar-day.ts';
import type { VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findVenue } from '#db/queries/places.ts';
import { listSessionsAhead } from '#db/queries/planning/venue-days.ts';
import { updateVenueDays } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

type Change = {
	readonly venueId: VenueId;
	readonly version: number;
	readonly days: VenueDays;
	readonly travelPoint: string | null;
	/** That sessions to come stand on days that are not their side's was ticked. */
	readonly accepted: boolean;
};
type Refusal = 'not-found' | 'changed-meanwhile' | 'sessions-stand';

/**
 * Says to which side each weekday of a venue belongs, and by which stop or station people come to it. What is laid out
 * already stays, and is a clash from then on: refused with the names of those cohorts until that is ticked
 * (docs/decisions/0013-days-of-a-venue.md).
 */
export function setVenueDays(
	context: AppContext,
	actor: Actor,
	{ venueId, version, days, travelPoint, accepted }: Change,
): Outcome<undefined, Refusal> {
	return audited(context, { actor, action: 'venue-days-set', record: ['venue', venueId] }, (tx) => {
		if (!mayAtAll(actor, 'write', 'venue-days')) return refused('not-found');
		const venue = findVenue(tx, actor, venueId);
		if (!venue) return refused('not-found');
		if (venue.version !== version) return refused('changed-meanwhile', { version: venue.version });
		const ahead = listSessionsAhead(tx, actor, venueId, context.clock.now());
		const amiss = ahead.filter(({ side, day }) => day !== null && !isDayOf(side, weekdayOf(day), days));
		const cohorts = [...new Set(amiss.map(({ name }) => name))];
		if (cohorts.length > 0 && !accepted) return refused('sessions-stand', { cohorts });
		updateVenueDays(tx, venueId, version, { days, travelPoint });
		return done();
	});
}
