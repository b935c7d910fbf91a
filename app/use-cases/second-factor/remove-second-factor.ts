import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { needsSecondFactor } from '#app/domain/access/second-factor.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findStaffActor } from '#db/queries/staff.ts';
import { deleteSecondFactor } from '#db/stores/sign-in/second-factors.ts';
import { endSignInsOf } from '#db/stores/staff.ts';
import { countAttempt, forgiveAttempt, type Guesser } from '../account/count-attempt.ts';
import { type ProofRefusal, proveAgain } from '../account/prove-again.ts';
import { audited } from '../audit/audited.ts';
import { type SignedIn, startSignIn, type Visitor } from '../staff/sign-in.ts';
import { type CodeRefusal, spendCode } from './give-code.ts';

type Proof = Visitor & { readonly password: string; readonly code: string };
type Refusal = 'second-factor-needed' | ProofRefusal | CodeRefusal;

/**
 * Turns one’s own second factor off, by password and code. Never for a role that must have one. Every other sign-in ends,
 * so that none that waits for a code becomes whole by it.
 */
export async function removeSecondFactor(
	context: AppContext,
	actor: StaffActor,
	{ password, code, ...visitor }: Proof,
): Promise<Outcome<SignedIn, Refusal>> {
	const proved = await proveAgain(context, actor, { password, address: visitor.address });
	if (!proved.done) return proved;
	const { staffId } = actor;
	const guesser: Guesser = { guess: 'code', account: staffId, address: visitor.address };
	const now = context.clock.now();
	const mustWait = countAttempt(context, guesser);
	return audited(context, { actor, action: 'second-factor-removed', record: ['staff', staffId] }, (tx) => {
		if (needsSecondFactor(findStaffActor(tx, actor).roles)) return refused('second-factor-needed');
		if (mustWait) return mustWait;
		const spent = spendCode(context, tx, staffId, code);
		if (!spent.done) return spent;
		forgiveAttempt(context, tx, guesser);
		deleteSecondFactor(tx, staffId);
		endSignInsOf(tx, staffId, now);
		return done(startSignIn(context, tx, { ...visitor, staffId, now }));
	});
}
