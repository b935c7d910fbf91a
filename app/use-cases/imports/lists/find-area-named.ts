import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { AreaId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { isSameName } from '#app/domain/shared/same-name.ts';
import { listPlaces } from '#db/queries/places.ts';

/** The area of this name, capitals or not; refused, with the names that there are, when there is none. */
export function findAreaNamed({ db }: AppContext, actor: Actor, name: string): Outcome<AreaId, 'no-such-area'> {
	const areas = listPlaces(db, actor);
	const found = areas.find((area) => isSameName(area.name, name));
	return found ? done(found.id) : refused('no-such-area', { name, known: areas.map((area) => area.name) });
}
