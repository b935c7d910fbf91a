import type { AppContext } from '#app/context.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { type Instant, minutesBetween, plusMinutes } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { type Db, inTransaction } from '#db/client.ts';
import { findAttempts } from '#db/queries/sign-in-attempts.ts';
import { findStaffByEmail } from '#db/queries/staff.ts';
import { forgetAttempts, insertSignIn, saveAttempts } from '#db/stores/staff.ts';

const IDLE_MINUTES = 8 * 60;
const LONGEST_MINUTES = 12 * 60;
const FAILURES_ALLOWED = 10;
const WINDOW_MINUTES = 15;

export type SignedIn = { readonly secret: string };
type Refusal = 'wrong-email-or-password' | 'too-many-attempts';

/**
 * Signs somebody in by e-mail address and password: a secret for the cookie. Refused alike for an unknown address, a wrong
 * password and a deactivated account; after ten failures an address waits until a quarter of an hour has passed.
 */
export async function signIn(
	context: AppContext,
	{ email, password }: { email: string; password: string },
): Promise<Outcome<SignedIn, Refusal>> {
	const { db, clock, credentials } = context;
	const key = credentials.hashSecret(email.trim().toLowerCase());
	const now = clock.now();
	if (mustWait(db, key, now)) return refused('too-many-attempts', { minutes: WINDOW_MINUTES });
	const account = findStaffByEmail(db, email.trim().toLowerCase());
	const matches = await credentials.matchesPassword(password, account?.passwordHash ?? null);
	return inTransaction(db, (tx) => {
		if (!matches || account?.state !== 'active') {
			noteFailure(tx, key, now);
			return refused('wrong-email-or-password');
		}
		forgetAttempts(tx, key);
		return done(startSignIn(context, tx, account.id, now));
	});
}

/** Begins a sign-in for an account that has just proved itself; call it inside the transaction of that proof. */
export function startSignIn({ credentials }: AppContext, tx: Db, staffId: StaffId, now: Instant): SignedIn {
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

function mustWait(db: Db, key: string, now: Instant): boolean {
	const attempts = findAttempts(db, key);
	return attempts !== null && isInWindow(attempts, now) && attempts.failures >= FAILURES_ALLOWED;
}

function noteFailure(tx: Db, key: string, now: Instant): void {
	const before = findAttempts(tx, key);
	const goesOn = before !== null && isInWindow(before, now);
	saveAttempts(tx, {
		key,
		failures: goesOn ? before.failures + 1 : 1,
		windowStartedAt: goesOn ? before.windowStartedAt : now,
	});
}

function isInWindow({ windowStartedAt }: { windowStartedAt: Instant }, now: Instant): boolean {
	return minutesBetween(windowStartedAt, now) < WINDOW_MINUTES;
}
