import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortChoice } from '#app/domain/imports/cohort/register-choices.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { isSameName } from '#app/domain/shared/same-name.ts';
import { type AreaRow, listPlaces } from '#db/queries/places.ts';
import { findStaffByEmail } from '#db/queries/staff.ts';

/** A cohort's place and team by their names, as somebody types them. No venue: it meets online. */
export type NamedCohort = Pick<CohortChoice, 'name' | 'programme' | 'nation' | 'startTime' | 'places'> & {
	readonly area: string;
	readonly venue: string | null;
	readonly room: string | null;
	readonly leadEmail: string;
	readonly coFacilitatorEmails: readonly string[];
};
type Refusal = 'no-such-area' | 'no-such-venue' | 'no-such-room' | 'no-such-staff';

/** Finds what the names stand for; refused with the names that there are (for staff: with the address alone). */
export function findNamedCohort(
	{ db }: AppContext,
	actor: Actor,
	{ area: areaName, venue, room, leadEmail, coFacilitatorEmails, ...rest }: NamedCohort,
): Outcome<CohortChoice, Refusal> {
	const areas = listPlaces(db, actor);
	const area = areas.find(({ name }) => isSameName(name, areaName));
	if (!area) return refused('no-such-area', { name: areaName, known: areas.map(({ name }) => name) });
	const place = findPlace(area, venue, room);
	if (!place.done) return place;
	const team: StaffId[] = [];
	for (const email of [leadEmail, ...coFacilitatorEmails]) {
		const found = findStaffByEmail(db, email.trim().toLowerCase());
		if (!found) return refused('no-such-staff', { email });
		team.push(found.id);
	}
	const [leadId, ...coFacilitatorIds] = team;
	return done({ ...rest, areaId: area.id, place: place.value, leadId: leadId!, coFacilitatorIds });
}

function findPlace(
	area: AreaRow,
	venueName: string | null,
	roomName: string | null,
): Outcome<CohortChoice['place'], Refusal> {
	if (venueName === null) return done({ venueId: null, roomId: null });
	const venue = area.venues.find(({ name }) => isSameName(name, venueName));
	if (!venue) return refused('no-such-venue', { name: venueName, known: area.venues.map(({ name }) => name) });
	if (roomName === null) return done({ venueId: venue.id, roomId: null });
	const room = venue.rooms.find(({ name }) => isSameName(name, roomName));
	if (!room) return refused('no-such-room', { name: roomName, known: venue.rooms.map(({ name }) => name) });
	return done({ venueId: venue.id, roomId: room.id });
}
