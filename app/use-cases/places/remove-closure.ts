import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findClosure } from '#db/queries/closures.ts';
import { deleteClosure } from '#db/stores/places.ts';
import { audited } from '../audit/audited.ts';

/** Opens what a closure closed, for cohorts laid out from now on; sessions that moved because of it stay where they are. */
export function removeClosure(
	context: AppContext,
	actor: Actor,
	closureId: Id<'closure'>,
): Outcome<undefined, 'not-found'> {
	return audited(context, { actor, action: 'closure-removed', record: ['closure', closureId] }, (tx) => {
		if (!mayAtAll(actor, 'write', 'closures')) return refused('not-found');
		if (!findClosure(tx, actor, closureId)) return refused('not-found');
		deleteClosure(tx, closureId);
		return done();
	});
}
