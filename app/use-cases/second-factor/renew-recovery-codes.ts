import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { done, type Outcome } from '#app/domain/shared/outcome.ts';
import { countAttempt, forgiveAttempt, type Guesser } from '../account/count-attempt.ts';
import { type ProofRefusal, proveAgain } from '../account/prove-again.ts';
import { audited } from '../audit/audited.ts';
import { type CodeRefusal, spendCode } from './give-code.ts';
import { newRecoveryCodes } from './new-recovery-codes.ts';

type Proof = { readonly password: string; readonly code: string; readonly address?: string | null };

/** Ten new recovery codes for one’s own account, by password and code; the ones before work no more. */
export async function renewRecoveryCodes(
	context: AppContext,
	actor: StaffActor,
	proof: Proof,
): Promise<Outcome<readonly string[], ProofRefusal | CodeRefusal>> {
	const proved = await proveAgain(context, actor, proof);
	if (!proved.done) return proved;
	const guesser: Guesser = { guess: 'code', account: actor.staffId, address: proof.address };
	const mustWait = countAttempt(context, guesser);
	return audited(context, { actor, action: 'recovery-codes-renewed' }, (tx) => {
		if (mustWait) return mustWait;
		const spent = spendCode(context, tx, actor.staffId, proof.code);
		if (!spent.done) return spent;
		forgiveAttempt(context, tx, guesser);
		return done(newRecoveryCodes(context, tx, actor.staffId));
	});
}
