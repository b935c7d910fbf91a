import { asc } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { AreaId, RoomId, VenueId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { areas, rooms, venues } from '../schema/index.ts';

export type RoomRow = { readonly id: RoomId; readonly name: string; readonly version: number };
export type VenueRow = {
	readonly id: VenueId;
	readonly name: string;
	readonly travelPoint: string | null;
	readonly version: number;
	readonly rooms: readonly RoomRow[];
};
export type AreaRow = {
	readonly id: AreaId;
	readonly name: string;
	readonly nation: Nation;
	readonly version: number;
	readonly venues: readonly VenueRow[];
};

/** Every area with its venues and their rooms, by name; none for an actor who may not read places. */
export function listPlaces(db: Db, actor: Actor): readonly AreaRow[] {
	if (!mayAtAll(actor, 'read', 'places')) return [];
	const allRooms = db.select().from(rooms).orderBy(asc(rooms.name)).all();
	const allVenues = db.select().from(venues).orderBy(asc(venues.name)).all();
	const roomsOf = Map.groupBy(allRooms, ({ venueId }) => venueId);
	const venuesOf = Map.groupBy(allVenues, ({ areaId }) => areaId);
	const withRooms = ({ id, name, travelPoint, version }: (typeof allVenues)[number]) => ({
		id,
		name,
		travelPoint,
		version,
		rooms: (roomsOf.get(id) ?? []).map((room) => ({ id: room.id, name: room.name, version: room.version })),
	});
	return db
		.select()
		.from(areas)
		.orderBy(asc(areas.name))
		.all()
		.map((area) => ({ ...area, venues: (venuesOf.get(area.id) ?? []).map(withRooms) }));
}

/** The area with its venues; null when there is none or the actor may not read places. */
export function findArea(db: Db, actor: Actor, areaId: AreaId): AreaRow | null {
	return listPlaces(db, actor).find(({ id }) => id === areaId) ?? null;
}

/** The venue with its rooms and the area that it is in; null as above. */
export function findVenue(db: Db, actor: Actor, venueId: VenueId) {
	for (const area of listPlaces(db, actor)) {
		const venue = area.venues.find(({ id }) => id === venueId);
		if (venue) return { ...venue, area };
	}
	return null;
}

/** The room and the venue that it is in; null as above. */
export function findRoom(db: Db, actor: Actor, roomId: RoomId) {
	for (const area of listPlaces(db, actor)) {
		for (const venue of area.venues) {
			const room = venue.rooms.find(({ id }) => id === roomId);
			if (room) return { ...room, venue, area };
		}
	}
	return null;
}
