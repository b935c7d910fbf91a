import type { AppContext } from '#app/context.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { inTransaction } from '#db/client.ts';
import { spendRecoveryCode } from '#db/stores/sign-in/second-factors.ts';
import { countAttempt, forgiveAttempt, type Guesser } from '../account/count-attempt.ts';
import { identifyHalfWay } from '../staff/identify-staff.ts';
import { type SignedIn, startSignIn, type Visitor } from '../staff/sign-in.ts';
import { hashRecoveryCode } from './new-recovery-codes.ts';

/** Completes a sign-in by one of the recovery codes, for when the phone is not there; it works once. */
export function giveRecoveryCode(
	context: AppContext,
	{ code, ...visitor }: Visitor & { readonly replaces: string | null; readonly code: string },
): Outcome<SignedIn, 'wrong-code' | 'not-found' | 'too-many-attempts'> {
	const now = context.clock.now();
	return inTransaction(context.db, (tx) => {
		const halfWay = identifyHalfWay(context, visitor.replaces);
		if (halfWay?.waitsFor !== 'code') return refused('not-found');
		const { staffId } = halfWay.actor;
		const guesser: Guesser = { guess: 'recovery-code', account: staffId, address: visitor.address };
		const mustWait = countAttempt(context, tx, guesser, now);
		if (mustWait) return mustWait;
		if (!spendRecoveryCode(tx, staffId, hashRecoveryCode(context, code), now)) return refused('wrong-code');
		forgiveAttempt(context, tx, guesser);
		return done(startSignIn(context, tx, { ...visitor, staffId, now, bySecondFactor: true }));
	});
}
