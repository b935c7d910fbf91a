import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type Outstanding, outstandingProof } from '#app/domain/access/second-factor.ts';
import { minutesBetween } from '#app/domain/shared/instant.ts';
import { signInExpiry } from '#app/domain/sign-in/sign-in-limits.ts';
import { findSignIn } from '#db/queries/staff.ts';
import { touchSignIn } from '#db/stores/staff.ts';
import { withoutEntry } from '../audit/audited.ts';

/** Noted at most this often, so that reading a page does not write to disk each time. */
const NOTE_EVERY_MINUTES = 5;

/**
 * Who holds this cookie's secret: null when there is none, it has ended, its owner was deactivated, or something is still
 * outstanding before it counts.
 */
export function identifyStaff(context: AppContext, secret: string | null): StaffActor | null {
	if (secret === null) return null;
	const { db, clock, credentials, config } = context;
	const now = clock.now();
	const tokenHash = credentials.hashSecret(secret);
	const signIn = findSignIn(db, tokenHash, now);
	if (!signIn || waitsFor(signIn)) return null;
	const { actor, createdAt } = signIn;
	if (minutesBetween(signIn.lastSeenAt, now) >= NOTE_EVERY_MINUTES) {
		const expiresAt = signInExpiry(config.signInLimits, actor.roles, { createdAt, now });
		withoutEntry(context, (tx) => touchSignIn(tx, tokenHash, now, expiresAt));
	}
	return actor;
}

/** Somebody between the password and the second factor: who it is, and what is outstanding. */
export type HalfWay = { readonly actor: StaffActor; readonly waitsFor: Outstanding };

/** Who holds this cookie's secret and has still to prove themselves; null for nobody, and for somebody who is signed in. */
export function identifyHalfWay({ db, clock, credentials }: AppContext, secret: string | null): HalfWay | null {
	const signIn = secret === null ? null : findSignIn(db, credentials.hashSecret(secret), clock.now());
	const outstanding = signIn && waitsFor(signIn);
	return outstanding ? { actor: signIn.actor, waitsFor: outstanding } : null;
}

function waitsFor({ actor, ...proof }: NonNullable<ReturnType<typeof findSignIn>>): Outstanding | null {
	return outstandingProof({ roles: actor.roles, ...proof });
}
