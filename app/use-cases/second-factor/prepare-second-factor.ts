import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { isStillPending } from '#app/domain/access/second-factor.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { findOwnAccount } from '#db/queries/staff.ts';
import { saveSecondFactor } from '#db/stores/sign-in/second-factors.ts';
import { audited } from '../audit/audited.ts';

/**
 * What an authenticator app needs to be set up for this account. The same for a quarter of an hour, so that opening the
 * page again does not undo a scan; it counts only once a code has confirmed it, and until then a factor in use goes on.
 */
export function prepareSecondFactor(context: AppContext, { staffId }: StaffActor) {
	const { clock, config, oneTimeCodes } = context;
	const now = clock.now();
	return audited(context, { actor: { kind: 'staff', staffId }, action: 'second-factor-prepared' }, (tx) => {
		const before = findSecondFactor(tx, staffId);
		const pending = before && isStillPending(before.pendingSince, now) ? before.pendingSecret : null;
		const secret = pending ?? oneTimeCodes.newSecret();
		if (!pending) saveSecondFactor(tx, staffId, { pendingSecret: secret, pendingSince: now });
		const { email } = findOwnAccount(tx, staffId);
		return oneTimeCodes.enrolment(secret, { issuer: config.orgName, account: email });
	});
}
