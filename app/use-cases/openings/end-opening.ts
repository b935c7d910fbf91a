import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { BrokenGlassId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findOpenRecord, isOwnOpening } from '#db/queries/access/openings.ts';
import { endOpenings } from '#db/stores/openings.ts';
import { audited } from '../audit/audited.ts';

/** Closes the record that one opened, before its time is up. One that is over already stays as it is. */
export function endOpening(context: AppContext, actor: StaffActor, id: BrokenGlassId): Outcome<undefined, 'not-found'> {
	const now = context.clock.now();
	return audited(context, { actor, action: 'opening-ended', record: ['opening', id] }, (tx) => {
		if (!isOwnOpening(tx, actor, id)) return refused('not-found');
		if (findOpenRecord(tx, actor, now)?.id === id) endOpenings(tx, actor.staffId, now);
		return done();
	});
}
