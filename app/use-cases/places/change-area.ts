import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { AreaId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { isSameName } from '#app/domain/shared/same-name.ts';
import { listPlaces } from '#db/queries/places.ts';
import { updateArea } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

type Change = { readonly areaId: AreaId; readonly version: number; readonly name: string; readonly nation: Nation };

/** Changes an area's name or nation; its cohorts keep the nation that they were laid out with. */
export function changeArea(
	context: AppContext,
	actor: Actor,
	{ areaId, version, name, nation }: Change,
): Outcome<undefined, 'not-found' | 'name-in-use' | 'changed-meanwhile'> {
	return audited(context, { actor, action: 'area-changed', record: ['area', areaId] }, (tx) => {
		if (!mayAtAll(actor, 'write', 'places')) return refused('not-found');
		const areas = listPlaces(tx, actor);
		const area = areas.find(({ id }) => id === areaId);
		if (!area) return refused('not-found');
		if (area.version !== version) return refused('changed-meanwhile', { now: area });
		if (areas.some((other) => other.id !== areaId && isSameName(other.name, name)))
			return refused('name-in-use', { name });
		updateArea(tx, areaId, version, { name, nation });
		return done();
	});
}
