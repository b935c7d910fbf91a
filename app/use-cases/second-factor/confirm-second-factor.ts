import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { isStillPending } from '#app/domain/access/second-factor.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { saveSecondFactor } from '#db/stores/sign-in/second-factors.ts';
import { endSignInsOf } from '#db/stores/staff.ts';
import { countAttempt, forgiveAttempt, type Guesser } from '../account/count-attempt.ts';
import { type ProofRefusal, proveAgain } from '../account/prove-again.ts';
import { audited } from '../audit/audited.ts';
import { identifyHalfWay } from '../staff/identify-staff.ts';
import { type SignedIn, startSignIn, type Visitor } from '../staff/sign-in.ts';
import { newRecoveryCodes } from './new-recovery-codes.ts';

export type Confirmed = SignedIn & { readonly recoveryCodes: readonly string[] };
type Refusal = 'not-found' | 'wrong-code' | 'set-up-again' | 'too-many-attempts';
type Confirmation = Visitor & { readonly code: string };

/**
 * Puts the prepared second factor to use, once a code has shown that the app has it: in the place of one before, with new
 * recovery codes. This browser goes on under a new secret, proved; every other sign-in of the account ends.
 */
export function confirmSecondFactor(
	context: AppContext,
	{ staffId }: StaffActor,
	{ code, ...visitor }: Confirmation,
): Outcome<Confirmed, Exclude<Refusal, 'not-found'>> {
	const now = context.clock.now();
	const guesser: Guesser = { guess: 'code', account: staffId, address: visitor.address };
	const mustWait = countAttempt(context, guesser);
	return audited(context, { actor: { kind: 'staff', staffId }, action: 'second-factor-confirmed' }, (tx) => {
		if (mustWait) return mustWait;
		const prepared = findSecondFactor(tx, staffId);
		if (!prepared?.pendingSecret || !isStillPending(prepared.pendingSince, now)) return refused('set-up-again');
		const step = context.oneTimeCodes.stepOf(prepared.pendingSecret, code, now);
		if (step === null) return refused('wrong-code');
		forgiveAttempt(context, tx, guesser);
		const secret = prepared.pendingSecret;
		const change = { secret, confirmedAt: now, lastStep: step, pendingSecret: null, pendingSince: null };
		saveSecondFactor(tx, staffId, change);
		endSignInsOf(tx, staffId, now);
		const recoveryCodes = newRecoveryCodes(context, tx, staffId);
		return done({ ...startSignIn(context, tx, { ...visitor, staffId, now, bySecondFactor: true }), recoveryCodes });
	});
}

/** The same for somebody whom their role leads here after the password, before they can do anything else. */
export function confirmFirstFactor(
	context: AppContext,
	confirmation: Confirmation & { readonly replaces: string | null },
): Outcome<Confirmed, Refusal> {
	const halfWay = identifyHalfWay(context, confirmation.replaces);
	if (halfWay?.waitsFor !== 'set-up') return refused('not-found');
	return confirmSecondFactor(context, halfWay.actor, confirmation);
}

/** The same for somebody who is signed in and chooses to, or changes phones: by their password too. */
export async function confirmOwnFactor(
	context: AppContext,
	actor: StaffActor,
	{ password, ...confirmation }: Confirmation & { readonly password: string },
): Promise<Outcome<Confirmed, Exclude<Refusal, 'not-found'> | ProofRefusal>> {
	const proved = await proveAgain(context, actor, { password, address: confirmation.address });
	return proved.done ? confirmSecondFactor(context, actor, confirmation) : proved;
}
