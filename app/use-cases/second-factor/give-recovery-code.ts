import type { AppContext } from '#app/context.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { spendRecoveryCode } from '#db/stores/sign-in/second-factors.ts';
import { countAttempt, forgiveAttempt, type Guesser } from '../account/count-attempt.ts';
import { audited } from '../audit/audited.ts';
import { identifyHalfWay } from '../staff/identify-staff.ts';
import { type SignedIn, startSignIn, type Visitor } from '../staff/sign-in.ts';
import { hashRecoveryCode } from './new-recovery-codes.ts';

/** Completes a sign-in by one of the recovery codes, for when the phone is not there; it works once. */
export function giveRecoveryCode(
	context: AppContext,
	{ code, ...visitor }: Visitor & { readonly replaces: string | null; readonly code: string },
): Outcome<SignedIn, 'wrong-code' | 'not-found' | 'too-many-attempts'> {
	const now = context.clock.now();
	const halfWay = identifyHalfWay(context, visitor.replaces);
	if (halfWay?.waitsFor !== 'code') return refused('not-found');
	const { staffId } = halfWay.actor;
	const guesser: Guesser = { guess: 'recovery-code', account: staffId, address: visitor.address };
	const mustWait = countAttempt(context, guesser);
	return audited(context, { actor: { kind: 'staff', staffId }, action: 'recovery-code-given' }, (tx) => {
		if (mustWait) return mustWait;
		// Looked at again, because the half-way sign-in may have been used meanwhile.
		if (!identifyHalfWay(context, visitor.replaces)) return refused('not-found');
		if (!spendRecoveryCode(tx, staffId, hashRecoveryCode(context, code), now)) return refused('wrong-code');
		forgiveAttempt(context, tx, guesser);
		return done(startSignIn(context, tx, { ...visitor, staffId, now, bySecondFactor: true }));
	});
}
