import type { CohortRow } from '#app/domain/imports/planned-cohorts/planned-cohort.ts';
import type { AreaId, RoomId, VenueId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { isSameName } from '#app/domain/shared/same-name.ts';
import type { AreaRow } from '#db/queries/places.ts';

export type PlaceOfRow = {
	readonly areaId: AreaId;
	/** Null: online. */
	readonly venueId: VenueId | null;
	readonly roomId: RoomId | null;
};

/**
 * Where a cohort of a plan meets: online in the area that was chosen for the list; at the venue of that name, in that area
 * before any other. Refused when there is no such venue or room, and when other areas have several of that name.
 */
export function placeOfRow(
	{ online, venue, room }: Pick<CohortRow, 'online' | 'venue' | 'room'>,
	areas: readonly AreaRow[],
	chosen: AreaId | null,
): Outcome<PlaceOfRow, 'no-such-venue' | 'no-such-room' | 'no-area'> {
	if (online || venue === null)
		return chosen === null ? refused('no-area') : done({ areaId: chosen, venueId: null, roomId: null });
	const named = areas.flatMap((area) =>
		area.venues.filter(({ name }) => isSameName(name, venue)).map((found) => ({ areaId: area.id, found })),
	);
	const here = named.find(({ areaId }) => areaId === chosen) ?? (named.length === 1 ? named[0] : undefined);
	if (!here) return refused('no-such-venue', { name: venue });
	const { areaId, found } = here;
	if (room === null) return done({ areaId, venueId: found.id, roomId: null });
	const itsRoom = found.rooms.find(({ name }) => isSameName(name, room));
	return itsRoom
		? done({ areaId, venueId: found.id, roomId: itsRoom.id })
		: refused('no-such-room', { name: room, venue });
}
