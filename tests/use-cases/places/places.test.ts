import { expect, test } from 'vitest';
import { type AreaId, asId, type RoomId, type VenueId } from '#app/domain/shared/ids.ts';
import { addArea } from '#app/use-cases/places/add-area.ts';
import { addRoom } from '#app/use-cases/places/add-room.ts';
import { addVenue } from '#app/use-cases/places/add-venue.ts';
import { changeArea } from '#app/use-cases/places/change-area.ts';
import { renameRoom } from '#app/use-cases/places/rename-room.ts';
import { renameVenue } from '#app/use-cases/places/rename-venue.ts';
import { findVenue, listPlaces } from '#db/queries/places.ts';
import { testContext } from '#tests/support/context.ts';
import { givenPlaces, givenStaff } from '#tests/support/world.ts';

function office() {
	const context = testContext();
	const administrator = givenStaff(context, { roles: ['administrator'] });
	return { context, administrator, ...givenPlaces(context) };
}

test('areas, venues and rooms are added one in another', () => {
	const { context, administrator } = office();
	const area = addArea(context, administrator, { name: 'Southfield', nation: 'scotland' });
	const venue = area.done ? addVenue(context, administrator, { areaId: area.value, name: 'Library' }) : null;
	if (venue?.done) addRoom(context, administrator, { venueId: venue.value, name: 'Upstairs' });
	expect(listPlaces(context.db, administrator).map(({ name }) => name)).toEqual(['Northfield', 'Southfield']);
	expect(listPlaces(context.db, administrator)[1]).toMatchObject({
		nation: 'scotland',
		venues: [{ name: 'Library', rooms: [{ name: 'Upstairs' }] }],
	});
});

test('names differ by more than capitals and spaces, each within its own place', () => {
	const { context, administrator, areaId, venueId } = office();
	expect(addArea(context, administrator, { name: ' NORTHFIELD', nation: 'scotland' })).toMatchObject({
		code: 'name-in-use',
	});
	expect(addVenue(context, administrator, { areaId, name: 'northfield  centre' })).toMatchObject({
		code: 'name-in-use',
	});
	expect(addRoom(context, administrator, { venueId, name: 'room 1' })).toMatchObject({ code: 'name-in-use' });
	const other = addVenue(context, administrator, { areaId, name: 'Library' });
	expect(other.done && addRoom(context, administrator, { venueId: other.value, name: 'Room 1' })).toMatchObject({
		done: true,
	});
});

test('a place may be renamed to itself in other capitals, and not to its neighbour', () => {
	const { context, administrator, areaId, venueId, roomId } = office();
	addRoom(context, administrator, { venueId, name: 'Hall' });
	expect(
		changeArea(context, administrator, { areaId, version: 1, name: 'NorthField', nation: 'scotland' }),
	).toMatchObject({ done: true });
	expect(renameVenue(context, administrator, { venueId, version: 1, name: 'The Centre' })).toMatchObject({
		done: true,
	});
	expect(renameRoom(context, administrator, { roomId, version: 1, name: 'HALL' })).toMatchObject({
		code: 'name-in-use',
	});
	expect(findVenue(context.db, administrator, venueId)).toMatchObject({
		name: 'The Centre',
		area: { nation: 'scotland' },
	});
});

test('a change made on an old page is refused with what stands now', () => {
	const { context, administrator, areaId, venueId, roomId } = office();
	renameVenue(context, administrator, { venueId, version: 1, name: 'The Centre' });
	expect(renameVenue(context, administrator, { venueId, version: 1, name: 'Old name' })).toMatchObject({
		code: 'changed-meanwhile',
		details: { now: { name: 'The Centre', version: 2 } },
	});
	const stale = { version: 7, name: 'x', nation: 'scotland' } as const;
	expect(changeArea(context, administrator, { areaId, ...stale })).toMatchObject({ code: 'changed-meanwhile' });
	expect(renameRoom(context, administrator, { roomId, ...stale })).toMatchObject({ code: 'changed-meanwhile' });
});

test('coordinators and leads read places and change none; facilitators do not find them', () => {
	const { context, areaId, venueId, roomId } = office();
	for (const role of ['coordinator', 'lead', 'facilitator'] as const) {
		const other = givenStaff(context, { roles: [role], areaIds: [areaId] });
		expect(listPlaces(context.db, other)).toHaveLength(role === 'facilitator' ? 0 : 1);
		expect(addArea(context, other, { name: 'New', nation: 'scotland' })).toMatchObject({ code: 'not-found' });
		expect(addVenue(context, other, { areaId, name: 'New' })).toMatchObject({ code: 'not-found' });
		expect(addRoom(context, other, { venueId, name: 'New' })).toMatchObject({ code: 'not-found' });
		expect(changeArea(context, other, { areaId, version: 1, name: 'New', nation: 'scotland' })).toMatchObject({
			code: 'not-found',
		});
		expect(renameVenue(context, other, { venueId, version: 1, name: 'New' })).toMatchObject({ code: 'not-found' });
		expect(renameRoom(context, other, { roomId, version: 1, name: 'New' })).toMatchObject({ code: 'not-found' });
	}
});

test('nothing is added to or renamed under a forged id', () => {
	const { context, administrator } = office();
	expect(addVenue(context, administrator, { areaId: asId<AreaId>('forged'), name: 'x' })).toMatchObject({
		code: 'not-found',
	});
	expect(addRoom(context, administrator, { venueId: asId<VenueId>('forged'), name: 'x' })).toMatchObject({
		code: 'not-found',
	});
	expect(renameRoom(context, administrator, { roomId: asId<RoomId>('forged'), version: 1, name: 'x' })).toMatchObject({
		code: 'not-found',
	});
});
