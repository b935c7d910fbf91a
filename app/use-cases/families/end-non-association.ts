import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { NonAssociationId, PersonId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listNonAssociations } from '#db/queries/families/non-associations.ts';
import { findPerson } from '#db/queries/people.ts';
import { endNonAssociation as endPair } from '#db/stores/families.ts';
import { audited } from '../audit/audited.ts';
import { replan } from '../reminders/replan.ts';

/**
 * Ends that two people may not meet; it is kept that it was so. Refused for a pair that the
 * actor may not read, or that ended.
 */
export function endNonAssociation(
	context: AppContext,
	actor: StaffActor,
	{ personId, id }: { readonly personId: PersonId; readonly id: NonAssociationId },
): Outcome<undefined, 'not-found'> {
	const about = { record: ['non-association', id], people: [personId] } as const;
	return audited(context, { actor, action: 'non-association-ended', ...about }, (tx) => {
		if (!mayAtAll(actor, 'write', 'non-association')) return refused('not-found');
		const pair = listNonAssociations(tx, actor, personId).find((one) => one.id === id);
		if (!findPerson(tx, actor, personId) || !pair) return refused('not-found');
		endPair(tx, id, context.clock.now());
		for (const one of [personId, pair.personId]) replan(context, tx, { personId: one });
		return done();
	});
}
