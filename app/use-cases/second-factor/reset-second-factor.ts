import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findStaffMember } from '#db/queries/staff.ts';
import { deleteSecondFactor } from '#db/stores/sign-in/second-factors.ts';
import { endSignInsOf, updateStaff } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';
import { type Invited, makeLink } from '../staff/invite-staff.ts';

type Refusal = 'not-found' | 'changed-meanwhile' | 'oneself' | 'no-second-factor';

/**
 * Takes away the second factor of somebody who lost their phone and their recovery codes. They are signed out everywhere,
 * and the old password goes with it: whoever knows it must not be the one to set up the next phone. They come back by the
 * one-time link that this makes, handed to them in person. Nobody resets their own.
 */
export function resetSecondFactor(
	context: AppContext,
	actor: Actor,
	{ staffId, version }: { readonly staffId: StaffId; readonly version: number },
): Outcome<Invited, Refusal> {
	const now = context.clock.now();
	const record = ['staff', staffId] as const;
	return audited(context, { actor, action: 'second-factor-reset', record }, (tx) => {
		if (!mayAtAll(actor, 'write', 'staff')) return refused('not-found');
		if (actor.kind === 'staff' && actor.staffId === staffId) return refused('oneself');
		const member = findStaffMember(tx, actor, staffId);
		if (!member || member.state === 'deactivated') return refused('not-found');
		if (!member.hasSecondFactor) return refused('no-second-factor');
		if (member.version !== version) return refused('changed-meanwhile', { now: member });
		updateStaff(tx, staffId, version, { passwordHash: null });
		deleteSecondFactor(tx, staffId);
		endSignInsOf(tx, staffId, now);
		return done({ staffId, linkSecret: makeLink(context, tx, staffId, now) });
	});
}
