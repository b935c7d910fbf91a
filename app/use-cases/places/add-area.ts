import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { AreaId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { isSameName } from '#app/domain/shared/same-name.ts';
import { listPlaces } from '#db/queries/places.ts';
import { insertArea } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/** Adds an area, whose nation decides the bank holidays of its cohorts. Refused when another has the name. */
export function addArea(
	context: AppContext,
	actor: Actor,
	{ name, nation }: { name: string; nation: Nation },
): Outcome<AreaId, 'not-found' | 'name-in-use'> {
	return audited(context, { actor, action: 'area-added' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'places')) return refused('not-found');
		if (listPlaces(tx, actor).some((area) => isSameName(area.name, name))) return refused('name-in-use', { name });
		const id = context.ids.next<AreaId>();
		tell({ record: ['area', id] });
		insertArea(tx, { id, name, nation });
		return done(id);
	});
}
