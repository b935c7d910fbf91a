import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { findOwnAccount } from '#db/queries/staff.ts';
import { countAttempt, forgiveAttempt, type Guesser } from '../account/count-attempt.ts';
import { type ProofRefusal, proveAgain } from '../account/prove-again.ts';
import { audited } from '../audit/audited.ts';
import { type CodeRefusal, spendCode } from './give-code.ts';

/** What somebody who is signed in gives to show once more that it is them; the code where they have a second factor. */
export type Proof = { readonly password: string; readonly code: string; readonly address?: string | null };
export type WholeProofRefusal = ProofRefusal | CodeRefusal | 'nothing-to-prove-by';

/**
 * Has somebody who is signed in prove once more who they are by all that they have: the password, and a code of the second
 * factor. Refused for who has neither, because single sign-on alone is as open as the tablet that was left lying.
 */
export async function proveByAll(
	context: AppContext,
	actor: StaffActor,
	{ password, code, address }: Proof,
): Promise<Outcome<undefined, WholeProofRefusal>> {
	const { passwordHash } = findOwnAccount(context.db, actor.staffId);
	const hasCode = hasSecondFactor(context, actor);
	if (passwordHash === null && !hasCode) return refused('nothing-to-prove-by');
	const proved = await proveAgain(context, actor, { password, address });
	if (!proved.done || !hasCode) return proved;
	const guesser: Guesser = { guess: 'code', account: actor.staffId, address };
	const mustWait = countAttempt(context, guesser);
	return audited(context, { actor, action: 'proved-again' }, (tx) => {
		if (mustWait) return mustWait;
		const spent = spendCode(context, tx, actor.staffId, code);
		if (spent.done) forgiveAttempt(context, tx, guesser);
		return spent;
	});
}

/** Whether the account has a second factor in use: its page then asks for a code. */
export function hasSecondFactor({ db }: AppContext, { staffId }: StaffActor): boolean {
	return findSecondFactor(db, staffId)?.confirmedAt != null;
}
