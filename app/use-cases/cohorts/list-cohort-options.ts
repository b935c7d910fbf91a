import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { type AccessTarget, mayOnCohort } from '#app/domain/access/policy.ts';
import { SIDES, type Side } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { versionInForce } from '#app/domain/programmes/versions/own-version.ts';
import { NATION_NAMES } from '#app/domain/scheduling/meeting-pattern.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { type AreaRow, listPlaces } from '#db/queries/places.ts';
import { listFacilitators } from '#db/queries/staff.ts';

export type CohortOption = { readonly value: string; readonly label: string };
export type CohortOptions = {
	readonly programmes: readonly CohortOption[];
	readonly areas: readonly CohortOption[];
	readonly places: readonly CohortOption[];
	readonly facilitators: readonly CohortOption[];
};

/**
 * What the actor can choose from for a new cohort: the programmes and the areas in which they may write such a record,
 * every place, and every active facilitator who can be on a team of theirs. A cohort that is laid out takes the version in
 * force, so that none other is offered; one that is brought in may have begun with any.
 */
export function listCohortOptions(
	{ db, content, clock }: AppContext,
	actor: Actor,
	record: AccessTarget = 'cohort',
): CohortOptions {
	const areas = listPlaces(db, actor);
	const arranges = (area: AreaRow, side: Side) =>
		mayOnCohort(actor, 'write', record, { areaId: area.id, side, teamStaffIds: [] });
	const sides = SIDES.filter((side) => areas.some((area) => arranges(area, side)));
	return {
		programmes: content.programmes
			.filter(({ side }) => sides.includes(side))
			.filter((one) => record !== 'cohort' || versionInForce(content.programmes, one, dayOf(clock.now())) === one)
			.map((programme) => ({ value: programmeIdOf(programme), label: programmeLabel(programme) })),
		areas: areas
			.filter((area) => SIDES.some((side) => arranges(area, side)))
			.map(({ id, name, nation }) => ({ value: id, label: `${name} (${NATION_NAMES[nation]})` })),
		places: [{ value: 'online', label: 'Online' }, ...areas.flatMap(placesIn)],
		facilitators: listFacilitators(db, actor, sides).map(({ id, name }) => ({ value: id, label: name })),
	};
}

function placesIn(area: AreaRow): CohortOption[] {
	return area.venues.flatMap((venue) => [
		...venue.rooms.map((room) => ({ value: `room:${room.id}`, label: `${venue.name}, ${room.name} (${area.name})` })),
		{ value: `venue:${venue.id}`, label: `${venue.name}, no particular room (${area.name})` },
	]);
}
