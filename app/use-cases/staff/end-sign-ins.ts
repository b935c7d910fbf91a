import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { inTransaction } from '#db/client.ts';
import { findStaffMember } from '#db/queries/staff.ts';
import { endSignInsOf } from '#db/stores/staff.ts';

/** Signs a member of staff out everywhere, for a tablet that was lost; they sign in again as before. */
export function endSignIns(context: AppContext, actor: Actor, staffId: StaffId): Outcome<undefined, 'not-found'> {
	if (!mayAtAll(actor, 'write', 'staff')) return refused('not-found');
	return inTransaction(context.db, (tx) => {
		if (!findStaffMember(tx, actor, staffId)) return refused('not-found');
		endSignInsOf(tx, staffId, context.clock.now());
		return done();
	});
}
