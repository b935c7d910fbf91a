import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { minutesBetween } from '#app/domain/shared/instant.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { findOwnAccount } from '#db/queries/staff.ts';
import { saveSecondFactor } from '#db/stores/sign-in/second-factors.ts';
import { audited } from '../audit/audited.ts';

/** A secret that nobody confirmed is not offered for ever: whoever left the page open yesterday gets a new one. */
const PENDING_MINUTES = 60;

/**
 * What an authenticator app needs to be set up for this account. The same for an hour, so that opening the page again does
 * not undo a scan; it counts only once a code has confirmed it, and until then a factor in use goes on.
 */
export function prepareSecondFactor(context: AppContext, { staffId }: StaffActor) {
	const { clock, config, oneTimeCodes } = context;
	const now = clock.now();
	return audited(context, { actor: { kind: 'staff', staffId }, action: 'second-factor-prepared' }, (tx) => {
		const before = findSecondFactor(tx, staffId);
		const isFresh = before?.pendingSince && minutesBetween(before.pendingSince, now) < PENDING_MINUTES;
		const secret = isFresh && before.pendingSecret ? before.pendingSecret : oneTimeCodes.newSecret();
		if (!isFresh) saveSecondFactor(tx, staffId, { pendingSecret: secret, pendingSince: now });
		const { email } = findOwnAccount(tx, staffId);
		return oneTimeCodes.enrolment(secret, { issuer: config.orgName, account: email });
	});
}
