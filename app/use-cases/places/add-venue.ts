import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { AreaId, VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { isSameName } from '#app/domain/shared/same-name.ts';
import { findArea } from '#db/queries/places.ts';
import { insertVenue } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/** Adds a venue to an area. Refused when another venue of the area has the name. */
export function addVenue(
	context: AppContext,
	actor: Actor,
	{ areaId, name }: { areaId: AreaId; name: string },
): Outcome<VenueId, 'not-found' | 'name-in-use'> {
	return audited(context, { actor, action: 'venue-added' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'places')) return refused('not-found');
		const area = findArea(tx, actor, areaId);
		if (!area) return refused('not-found');
		if (area.venues.some((venue) => isSameName(venue.name, name))) return refused('name-in-use', { name });
		const id = context.ids.next<VenueId>();
		tell({ record: ['venue', id] });
		insertVenue(tx, { id, areaId, name });
		return done(id);
	});
}
