import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { inTransaction } from '#db/client.ts';
import { findOwnAccount } from '#db/queries/staff.ts';
import { forgetAttempts } from '#db/stores/staff.ts';
import { countAttempt, WINDOW_MINUTES } from './count-attempt.ts';

/** What somebody who is signed in gives to show once more that it is them. */
export type Proof = { readonly password: string };
export type ProofRefusal = 'wrong-password' | 'too-many-attempts';

/**
 * Has somebody who is signed in prove once more who they are: a tablet that was left open is not enough. Failures count
 * together with those of signing in. Refused as a wrong password when the account was closed or given another meanwhile.
 */
export async function proveAgain(
	{ db, clock, credentials }: AppContext,
	{ staffId }: StaffActor,
	{ password }: Proof,
): Promise<Outcome<undefined, ProofRefusal>> {
	const account = findOwnAccount(db, staffId);
	const key = credentials.hashSecret(account.email);
	const mayTry = inTransaction(db, (tx) => countAttempt(tx, key, clock.now()));
	if (!mayTry) return refused('too-many-attempts', { minutes: WINDOW_MINUTES });
	const matches = await credentials.matchesPassword(password, account.passwordHash);
	return inTransaction(db, (tx) => {
		const stands = findOwnAccount(tx, staffId);
		const isSame = stands.state === 'active' && stands.passwordHash === account.passwordHash;
		if (!matches || !isSame) return refused('wrong-password');
		forgetAttempts(tx, key);
		return done();
	});
}
