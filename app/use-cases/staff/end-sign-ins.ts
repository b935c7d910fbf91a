import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findStaffMember } from '#db/queries/staff.ts';
import { endSignInsOf } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';

/** Signs a member of staff out everywhere, for a tablet that was lost; they sign in again as before. */
export function endSignIns(context: AppContext, actor: Actor, staffId: StaffId): Outcome<undefined, 'not-found'> {
	return audited(context, { actor, action: 'sign-ins-ended', record: ['staff', staffId] }, (tx) => {
		if (!mayAtAll(actor, 'write', 'staff')) return refused('not-found');
		if (!findStaffMember(tx, actor, staffId)) return refused('not-found');
		endSignInsOf(tx, staffId, context.clock.now());
		return done();
	});
}
