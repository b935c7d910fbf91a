import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { inTransaction } from '#db/client.ts';
import { findOwnAccount } from '#db/queries/staff.ts';
import { countAttempt, forgiveAttempt, type Guesser } from './count-attempt.ts';

export type ProofRefusal = 'wrong-password' | 'too-many-attempts';

/**
 * Asks somebody who is signed in for their password once more, before what proves them is changed: a tablet that was left
 * open is not enough. Somebody who signs in by single sign-on alone has none, and passes.
 */
export async function proveAgain(
	context: AppContext,
	{ staffId }: StaffActor,
	{ password, address }: { readonly password: string; readonly address?: string | null },
): Promise<Outcome<undefined, ProofRefusal>> {
	const { db, clock, credentials } = context;
	const { passwordHash } = findOwnAccount(db, staffId);
	if (passwordHash === null) return done();
	const guesser: Guesser = { guess: 'own-password', account: staffId, address };
	const mustWait = inTransaction(db, (tx) => countAttempt(context, tx, guesser, clock.now()));
	if (mustWait) return mustWait;
	if (!(await credentials.matchesPassword(password, passwordHash))) return refused('wrong-password');
	inTransaction(db, (tx) => forgiveAttempt(context, tx, guesser));
	return done();
}
