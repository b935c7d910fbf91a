import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findOwnAccount } from '#db/queries/staff.ts';
import { audited } from '../audit/audited.ts';
import { countAttempt, forgiveAttempt, type Guesser } from './count-attempt.ts';

export type ProofRefusal = 'wrong-password' | 'too-many-attempts';

/**
 * Asks somebody who is signed in for their password once more, before what proves them is changed: a tablet that was left
 * open is not enough. Somebody who signs in by single sign-on alone has none, and passes.
 */
export async function proveAgain(
	context: AppContext,
	actor: StaffActor,
	{ password, address }: { readonly password: string; readonly address?: string | null },
): Promise<Outcome<undefined, ProofRefusal>> {
	const { db, credentials } = context;
	const { staffId } = actor;
	const { passwordHash } = findOwnAccount(db, staffId);
	if (passwordHash === null) return done();
	const guesser: Guesser = { guess: 'own-password', account: staffId, address };
	const mustWait = countAttempt(context, guesser);
	const matches = !mustWait && (await credentials.matchesPassword(password, passwordHash));
	return audited(context, { actor, action: 'proved-again' }, (tx) => {
		if (mustWait) return mustWait;
		if (!matches) return refused('wrong-password');
		forgiveAttempt(context, tx, guesser);
		return done();
	});
}
