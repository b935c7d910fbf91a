import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { RoomId, VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { isSameName } from '#app/domain/shared/same-name.ts';
import { findRoom } from '#db/queries/places.ts';
import { updateRoom } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/** Gives a room another name, wherever it is shown; answers with its venue. Refused when another room there has it. */
export function renameRoom(
	context: AppContext,
	actor: Actor,
	{ roomId, version, name }: { roomId: RoomId; version: number; name: string },
): Outcome<VenueId, 'not-found' | 'name-in-use' | 'changed-meanwhile'> {
	return audited(context, { actor, action: 'room-renamed', record: ['room', roomId] }, (tx) => {
		if (!mayAtAll(actor, 'write', 'places')) return refused('not-found');
		const room = findRoom(tx, actor, roomId);
		if (!room) return refused('not-found');
		if (room.version !== version)
			return refused('changed-meanwhile', { now: { name: room.name, version: room.version } });
		const others = room.venue.rooms.filter(({ id }) => id !== roomId);
		if (others.some((other) => isSameName(other.name, name))) return refused('name-in-use', { name });
		updateRoom(tx, roomId, version, name);
		return done(room.venue.id);
	});
}
