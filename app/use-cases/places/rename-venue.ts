import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { isSameName } from '#app/domain/shared/same-name.ts';
import { findVenue } from '#db/queries/places.ts';
import { updateVenue } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/** Gives a venue another name, wherever it is shown. Refused when another venue of its area has it. */
export function renameVenue(
	context: AppContext,
	actor: Actor,
	{ venueId, version, name }: { venueId: VenueId; version: number; name: string },
): Outcome<undefined, 'not-found' | 'name-in-use' | 'changed-meanwhile'> {
	return audited(context, { actor, action: 'venue-renamed', record: ['venue', venueId] }, (tx) => {
		if (!mayAtAll(actor, 'write', 'places')) return refused('not-found');
		const venue = findVenue(tx, actor, venueId);
		if (!venue) return refused('not-found');
		if (venue.version !== version)
			return refused('changed-meanwhile', { now: { name: venue.name, version: venue.version } });
		const others = venue.area.venues.filter(({ id }) => id !== venueId);
		if (others.some((other) => isSameName(other.name, name))) return refused('name-in-use', { name });
		updateVenue(tx, venueId, version, name);
		return done();
	});
}
