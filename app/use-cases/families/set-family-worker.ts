import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { idsToKeep } from '#app/domain/audit/entry.ts';
import type { FamilyId, StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findFamily, listFamilyWorkers } from '#db/queries/families/families.ts';
import { updateFamily } from '#db/stores/families.ts';
import { audited } from '../audit/audited.ts';
import { staffsBothSides } from './staffs-both-sides.ts';

type Change = { readonly familyId: FamilyId; readonly version: number; readonly workerId: StaffId | null };
type Refusal = 'not-found' | 'changed-meanwhile' | 'unknown-worker' | 'both-sides';

/**
 * Gives the family to a partner-support worker of its area, or to nobody. Refused for somebody who works with the
 * perpetrator side of this family: on the team of his cohort, or as an observer of it.
 */
export function setFamilyWorker(
	context: AppContext,
	actor: StaffActor,
	{ familyId, version, workerId }: Change,
): Outcome<undefined, Refusal> {
	const record = ['family', familyId] as const;
	return audited(context, { actor, action: 'family-worker-set', record }, (tx, tell) => {
		tell({ details: { worker: idsToKeep([workerId]) } });
		const family = findFamily(tx, actor, familyId, 'write');
		if (!family) return refused('not-found');
		if (family.version !== version) return refused('changed-meanwhile', { version: family.version });
		if (workerId) {
			if (!listFamilyWorkers(tx, family.areaId).some(({ id }) => id === workerId)) return refused('unknown-worker');
			if (staffsBothSides(tx, [familyId], [{ staffId: workerId, side: 'survivor' }])) return refused('both-sides');
		}
		updateFamily(tx, familyId, version, { workerId });
		return done();
	});
}
