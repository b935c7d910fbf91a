import type { AppContext } from '#app/context.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { type ProvenIdentity, provesSecondFactor } from '#app/domain/sign-in/proven-identity.ts';
import { findStaffByIdentity } from '#db/queries/sign-in/identities.ts';
import { audited } from '../audit/audited.ts';
import { type SignedIn, startSignIn, type Visitor } from '../staff/sign-in.ts';

/**
 * Signs in whom the provider’s issuer and subject were linked to. An e-mail address is never looked at: it can change
 * hands. Refused alike for somebody unknown and for an account that is not active.
 */
export function signInByIdentity(
	context: AppContext,
	identity: ProvenIdentity,
	visitor: Visitor,
): Outcome<SignedIn, 'unknown-identity'> {
	const now = context.clock.now();
	return audited(context, { actor: null, action: 'signed-in' }, (tx, tell) => {
		const found = findStaffByIdentity(tx, identity);
		if (found) tell({ record: ['staff', found.staffId] });
		if (found?.state !== 'active') return refused('unknown-identity');
		tell({ actor: { kind: 'staff', staffId: found.staffId }, details: { by: 'single-sign-on' } });
		const bySecondFactor = isProvedTwice(context, identity);
		return done(startSignIn(context, tx, { ...visitor, staffId: found.staffId, now, bySecondFactor }));
	});
}

/** Whether the provider’s answer spares our own second factor, by the operator’s word and the provider’s. */
export function isProvedTwice({ config }: AppContext, identity: ProvenIdentity): boolean {
	return provesSecondFactor(config.singleSignOn?.mfaTrusted === true, identity);
}
