import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { RoomId, VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { isSameName } from '#app/domain/shared/same-name.ts';
import { findVenue } from '#db/queries/places.ts';
import { insertRoom } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/** Adds a room to a venue. Refused when another room of the venue has the name. */
export function addRoom(
	context: AppContext,
	actor: Actor,
	{ venueId, name }: { venueId: VenueId; name: string },
): Outcome<RoomId, 'not-found' | 'name-in-use'> {
	return audited(context, { actor, action: 'room-added' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'places')) return refused('not-found');
		const venue = findVenue(tx, actor, venueId);
		if (!venue) return refused('not-found');
		if (venue.rooms.some((room) => isSameName(room.name, name))) return refused('name-in-use', { name });
		const id = context.ids.next<RoomId>();
		tell({ record: ['room', id] });
		insertRoom(tx, { id, venueId, name });
		return done(id);
	});
}
