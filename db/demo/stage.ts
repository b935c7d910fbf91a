import type { AppContext } from '#app/context.ts';
import { type Actor, OPERATOR, type StaffActor } from '#app/domain/access/actor.ts';
import { needsSecondFactor } from '#app/domain/access/second-factor.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import type { AreaId, EnrolmentId, Id, PersonId, RoomId, StaffId, VenueId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Outcome } from '#app/domain/shared/outcome.ts';
import { addArea } from '#app/use-cases/places/add-area.ts';
import { addRoom } from '#app/use-cases/places/add-room.ts';
import { addVenue } from '#app/use-cases/places/add-venue.ts';
import { setVenueDays } from '#app/use-cases/places/set-venue-days.ts';
import { findStaffActor } from '../queries/staff.ts';
import { saveSecondFactor } from '../stores/sign-in/second-factors.ts';
import { insertStaff, replaceStaffDuties } from '../stores/staff.ts';
import { AREAS, type CastMember, DEMO_PASSWORD, DEMO_SECOND_FACTOR, STAFF } from './cast.ts';
import { type Chance, chanceFrom } from './chance.ts';

/** Where the story is told: the app's own use cases, with a clock and ids that the story moves. */
export type Stage = {
	readonly context: AppContext;
	/** Today, as far as the reader of the story is concerned. */
	readonly now: Instant;
	readonly chance: Chance;
	/** Runs what follows at this moment of the story. */
	at(moment: Instant): void;
	actor(key: string): StaffActor;
	/** Gives these people accounts too, from now on. */
	hire(cast: readonly CastMember[]): void;
	place(area: string): Place;
	/** A name that nobody in the story has yet. */
	newName(givenNames: readonly string[], familyNames: readonly string[]): { givenName: string; familyName: string };
	/** Each side counts by itself, so that a gap in its numbers tells nothing of the other. */
	nextReference(side: Side): string;
};
/** Somebody of the story, and how likely they are to come. */
export type Member = { readonly personId: PersonId; readonly enrolmentId: EnrolmentId; readonly comes: number };
export type Place = { readonly areaId: AreaId; readonly venueId: VenueId; readonly roomIds: readonly RoomId[] };

const REFERENCE_LETTERS: Readonly<Record<Side, string>> = { perpetrator: 'D', survivor: 'F', professional: 'P' };

/** Sets the stage: staff with one password, areas, venues and rooms. */
export async function setStage(real: AppContext): Promise<Stage> {
	const now = real.clock.now();
	const chance = chanceFrom(20261123);
	let moment = now;
	const ids = { next: <AnyId extends Id<string>>() => storyId(chance) as AnyId };
	const context: AppContext = { ...real, ids, clock: { now: () => moment } };
	const places = new Map(AREAS.map((area) => [area.name as string, addPlace(context, area)]));
	const passwordHash = await context.credentials.hashPassword(DEMO_PASSWORD);
	const staff = new Map<string, StaffActor>();
	const hire = (cast: readonly CastMember[]) => {
		for (const member of cast) staff.set(member.key, addStaff(context, places, member, passwordHash));
	};
	hire(STAFF);
	const used = new Set<string>();
	const lastNumbers = new Map<Side, number>();
	return {
		context,
		now,
		chance,
		at: (next) => {
			moment = next;
		},
		actor: (key) => staff.get(key)!,
		hire,
		place: (area) => places.get(area)!,
		newName: (givenNames, familyNames) => newName(chance, used, givenNames, familyNames),
		nextReference: (side) => {
			const number = (lastNumbers.get(side) ?? 100) + 1;
			lastNumbers.set(side, number);
			return `${REFERENCE_LETTERS[side]}-${number}`;
		},
	};
}

/** What a use case must have done for the story to go on; throws with the refusal, because the story is ours to mend. */
export function certainly<Value>(outcome: Outcome<Value>): Value {
	if (outcome.done) return outcome.value;
	throw new Error(`The demonstration story was refused: ${outcome.code} ${JSON.stringify(outcome.details)}`);
}

function addPlace(context: AppContext, { name, venue, rooms, side }: (typeof AREAS)[number]): Place {
	const operator: Actor = OPERATOR;
	const areaId = certainly(addArea(context, operator, { name, nation: 'england-and-wales' }));
	const venueId = certainly(addVenue(context, operator, { areaId, name: venue }));
	const roomIds = rooms.map((room) => certainly(addRoom(context, operator, { venueId, name: room })));
	const days = Object.fromEntries(WEEKDAYS.slice(0, 5).map((weekday) => [weekday, side]));
	const change = { venueId, version: 1, days, travelPoint: null, accepted: false };
	certainly(setVenueDays(context, operator, change));
	return { areaId, venueId, roomIds };
}

function addStaff(
	{ db, ids, clock }: AppContext,
	places: ReadonlyMap<string, Place>,
	{ name, roles, areas = [], sides = ['perpetrator'] }: CastMember,
	passwordHash: string,
): StaffActor {
	const id = ids.next<StaffId>();
	insertStaff(db, { id, name, email: emailOf(name), passwordHash, state: 'active', createdAt: clock.now() });
	replaceStaffDuties(db, id, { roles, areaIds: areas.map((area) => places.get(area)!.areaId), sides });
	if (needsSecondFactor(roles)) saveSecondFactor(db, id, { secret: DEMO_SECOND_FACTOR, confirmedAt: clock.now() });
	return findStaffActor(db, { staffId: id, name });
}

/** The address under which somebody of the cast signs in. */
export function emailOf(name: string): string {
	return `${name.toLowerCase().replace(' ', '.')}@example.org`;
}

function newName(chance: Chance, used: Set<string>, givenNames: readonly string[], familyNames: readonly string[]) {
	for (;;) {
		const [givenName, familyName] = [chance.pick(givenNames), chance.pick(familyNames)];
		if (used.has(`${givenName} ${familyName}`)) continue;
		used.add(`${givenName} ${familyName}`);
		return { givenName, familyName };
	}
}

/** An id as the story makes them: by chance, so that the same seed gives the same ones. */
export function storyId(chance: Chance): string {
	const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
	return Array.from({ length: 20 }, () => letters[Math.floor(chance.next() * 32)]).join('');
}
