import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findStaffMember } from '#db/queries/staff.ts';
import { deleteIdentities } from '#db/stores/sign-in/identities.ts';
import { deleteSecondFactor } from '#db/stores/sign-in/second-factors.ts';
import { updateStaff } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';
import { type Invited, makeLink } from './invite-staff.ts';

/**
 * Makes a new one-time link for somebody whose link ran out or who forgot the password; every earlier link ends, the old
 * password works until the link is used. A closed account is open again once its owner has
 * used the link: with nothing of what proved them before, neither password nor second factor nor single sign-on.
 */
export function renewLink(
	context: AppContext,
	actor: Actor,
	{ staffId, version }: { staffId: StaffId; version: number },
): Outcome<Invited, 'not-found' | 'changed-meanwhile'> {
	return audited(context, { actor, action: 'link-renewed', record: ['staff', staffId] }, (tx) => {
		if (!mayAtAll(actor, 'write', 'staff')) return refused('not-found');
		const member = findStaffMember(tx, actor, staffId);
		if (!member) return refused('not-found');
		if (member.version !== version) return refused('changed-meanwhile', { now: member });
		if (member.state === 'deactivated') {
			updateStaff(tx, staffId, version, { state: 'invited', passwordHash: null });
			deleteSecondFactor(tx, staffId);
			deleteIdentities(tx, staffId);
		}
		return done({ staffId, linkSecret: makeLink(context, tx, staffId, context.clock.now()) });
	});
}
