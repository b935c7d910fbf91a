import type { AppContext } from '#app/context.ts';
import { type Outstanding, outstandingProof } from '#app/domain/access/second-factor.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { HALF_WAY_MINUTES, signInExpiry } from '#app/domain/sign-in/sign-in-limits.ts';
import type { Db } from '#db/client.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { findStaffActor, findStaffByEmail } from '#db/queries/staff.ts';
import { endSignIn, insertSignIn } from '#db/stores/staff.ts';
import { countAttempt, forgiveAttempt, type Guesser } from '../account/count-attempt.ts';
import { audited } from '../audit/audited.ts';

/** A secret for the cookie, and what its owner still has to prove before it counts. */
export type SignedIn = {
	readonly secret: string;
	readonly staffId: StaffId;
	readonly waitsFor: Outstanding | null;
};
type Refusal = 'wrong-email-or-password' | 'too-many-attempts';

/** The browser that asks. */
export type Visitor = {
	/** The secret in the cookie that the browser has now, whoever’s it is: a new one ends it. */
	readonly replaces?: string | null;
	/** A plain name for the browser. */
	readonly device?: string | null;
	/** Where it asks from, for counting failures. */
	readonly address?: string | null;
};

type Attempt = Visitor & { readonly email: string; readonly password: string };

/**
 * Signs somebody in by e-mail address and password: a secret for the cookie. Refused alike for an unknown address, a wrong
 * password and a deactivated account; after too many failures the account, or the place they come from, waits.
 */
export async function signIn(context: AppContext, attempt: Attempt): Promise<Outcome<SignedIn, Refusal>> {
	const { db, clock, credentials } = context;
	const email = attempt.email.trim().toLowerCase();
	const guesser: Guesser = { guess: 'password', account: email, address: attempt.address };
	const now = clock.now();
	const mustWait = countAttempt(context, guesser);
	const account = findStaffByEmail(db, email);
	const matches = !mustWait && (await credentials.matchesPassword(attempt.password, account?.passwordHash ?? null));
	return audited(context, { actor: null, action: 'signed-in' }, (tx, tell) => {
		// Looked at again, because it may have been closed or given another password meanwhile.
		const stands = findStaffByEmail(tx, email);
		if (stands) tell({ record: ['staff', stands.id] });
		if (mustWait) return mustWait;
		if (!matches || stands?.state !== 'active' || stands.passwordHash !== account?.passwordHash) {
			return refused('wrong-email-or-password');
		}
		tell({ actor: { kind: 'staff', staffId: stands.id } });
		forgiveAttempt(context, tx, guesser);
		return done(startSignIn(context, tx, { ...attempt, staffId: stands.id, now }));
	});
}

type NewSignIn = Visitor & {
	readonly staffId: StaffId;
	readonly now: Instant;
	/** Whether a second factor was proved as well. */
	readonly bySecondFactor?: boolean;
};

/**
 * Begins a sign-in for an account that has just proved itself, with a secret of its own at each step; call it inside the
 * transaction of that proof. One that lacks its second factor counts for nothing and ends after a quarter of an hour.
 */
export function startSignIn(
	{ credentials, config }: AppContext,
	tx: Db,
	{ staffId, now, replaces, device = null, bySecondFactor = false }: NewSignIn,
): SignedIn {
	if (replaces) endSignIn(tx, credentials.hashSecret(replaces), now);
	const { roles } = findStaffActor(tx, { staffId, name: '' });
	const secondFactorAt = bySecondFactor ? now : null;
	const hasSecondFactor = findSecondFactor(tx, staffId)?.confirmedAt != null;
	const waitsFor = outstandingProof({ roles, hasSecondFactor, secondFactorAt });
	const secret = credentials.newSecret();
	insertSignIn(tx, {
		tokenHash: credentials.hashSecret(secret),
		staffId,
		createdAt: now,
		lastSeenAt: now,
		expiresAt: waitsFor
			? plusMinutes(now, HALF_WAY_MINUTES)
			: signInExpiry(config.signInLimits, roles, { createdAt: now, now }),
		secondFactorAt,
		device,
	});
	return { secret, staffId, waitsFor };
}
