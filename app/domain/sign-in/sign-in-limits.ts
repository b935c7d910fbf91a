import { needsSecondFactor } from '../access/second-factor.ts';
import { type Instant, plusMinutes } from '../shared/instant.ts';

/** How long a sign-in lasts, in minutes (docs/decisions/0012-how-somebody-is-known.md). */
export type SignInLimits = {
	/** Without a page being opened. */
	readonly idleMinutes: number;
	/** The same for the roles that must have a second factor: they see most. */
	readonly strictIdleMinutes: number;
	/** In any case. */
	readonly longestMinutes: number;
};

/** How long the way from the password to the second factor may take. */
export const HALF_WAY_MINUTES = 15;

/** When a sign-in ends unless it is used again: after so many idle minutes, and never later than the longest it may last. */
export function signInExpiry(
	limits: SignInLimits,
	roles: readonly string[],
	{ createdAt, now }: { readonly createdAt: Instant; readonly now: Instant },
): Instant {
	const idle = plusMinutes(now, needsSecondFactor(roles) ? limits.strictIdleMinutes : limits.idleMinutes);
	const longest = plusMinutes(createdAt, limits.longestMinutes);
	return idle < longest ? idle : longest;
}
