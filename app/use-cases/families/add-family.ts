import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { AreaId, FamilyId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { isFamilyReferenceTaken, listFamilyAreas, listFamilyWorkers } from '#db/queries/families/families.ts';
import { insertFamily } from '#db/stores/families.ts';
import { audited } from '../audit/audited.ts';

type NewFamily = { readonly areaId: AreaId; readonly reference: string };

/** Begins a family without members in an area of the actor's. A partner-support worker of that area who adds it holds it. */
export function addFamily(
	context: AppContext,
	actor: StaffActor,
	{ areaId, reference }: NewFamily,
): Outcome<FamilyId, 'not-found' | 'unknown-area' | 'reference-in-use'> {
	const { clock, ids } = context;
	return audited(context, { actor, action: 'family-added' }, (tx, tell) => {
		const areas = listFamilyAreas(tx, actor);
		if (areas.length === 0) return refused('not-found');
		if (!areas.some(({ id }) => id === areaId)) return refused('unknown-area');
		if (isFamilyReferenceTaken(tx, areaId, reference)) return refused('reference-in-use', { reference });
		const workerId = listFamilyWorkers(tx, areaId).some(({ id }) => id === actor.staffId) ? actor.staffId : null;
		const id = ids.next<FamilyId>();
		tell({ record: ['family', id] });
		insertFamily(tx, { id, areaId, reference, workerId, createdAt: clock.now() });
		return done(id);
	});
}
