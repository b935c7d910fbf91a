import type { AppContext } from '#app/context.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { type Db, inTransaction } from '#db/client.ts';
import { findStaffByEmail } from '#db/queries/staff.ts';
import { endSignIn, forgetAttempts, insertSignIn } from '#db/stores/staff.ts';
import { countAttempt, WINDOW_MINUTES } from './count-attempt.ts';

const IDLE_MINUTES = 8 * 60;
const LONGEST_MINUTES = 12 * 60;

export type SignedIn = { readonly secret: string };
type Refusal = 'wrong-email-or-password' | 'too-many-attempts';

type Attempt = {
	readonly email: string;
	readonly password: string;
	/** The secret in the cookie that the browser has now, whoever’s it is: a new one ends it. */
	readonly replaces?: string | null;
};

/**
 * Signs somebody in by e-mail address and password: a secret for the cookie. Refused alike for an unknown address, a wrong
 * password and a deactivated account; after ten failures an address waits until a quarter of an hour has passed.
 */
export async function signIn(
	context: AppContext,
	{ email, password, replaces = null }: Attempt,
): Promise<Outcome<SignedIn, Refusal>> {
	const { db, clock, credentials } = context;
	const address = email.trim().toLowerCase();
	const key = credentials.hashSecret(address);
	const now = clock.now();
	const mayTry = inTransaction(db, (tx) => countAttempt(tx, key, now));
	if (!mayTry) return refused('too-many-attempts', { minutes: WINDOW_MINUTES });
	const account = findStaffByEmail(db, address);
	const matches = await credentials.matchesPassword(password, account?.passwordHash ?? null);
	return inTransaction(db, (tx) => {
		// Looked at again, because it may have been closed or given another password meanwhile.
		const stands = findStaffByEmail(tx, address);
		if (!matches || stands?.state !== 'active' || stands.passwordHash !== account?.passwordHash) {
			return refused('wrong-email-or-password');
		}
		forgetAttempts(tx, key);
		return done(startSignIn(context, tx, { staffId: stands.id, now, replaces }));
	});
}

type NewSignIn = Pick<Attempt, 'replaces'> & { readonly staffId: StaffId; readonly now: Instant };

/** Begins a sign-in for an account that has just proved itself; call it inside the transaction of that proof. */
export function startSignIn({ credentials }: AppContext, tx: Db, { staffId, now, replaces }: NewSignIn): SignedIn {
	if (replaces) endSignIn(tx, credentials.hashSecret(replaces), now);
	const secret = credentials.newSecret();
	const tokenHash = credentials.hashSecret(secret);
	insertSignIn(tx, { tokenHash, staffId, createdAt: now, lastSeenAt: now, expiresAt: signInExpiry(now, now) });
	return { secret };
}

/** When a sign-in ends: after eight idle hours, and after twelve in any case. */
export function signInExpiry(createdAt: Instant, now: Instant): Instant {
	const idle = plusMinutes(now, IDLE_MINUTES);
	const longest = plusMinutes(createdAt, LONGEST_MINUTES);
	return idle < longest ? idle : longest;
}
