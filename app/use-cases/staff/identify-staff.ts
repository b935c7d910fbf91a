import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { minutesBetween } from '#app/domain/shared/instant.ts';
import { findSignIn } from '#db/queries/staff.ts';
import { touchSignIn } from '#db/stores/staff.ts';
import { withoutEntry } from '../audit/audited.ts';
import { signInExpiry } from './sign-in.ts';

/** Noted at most this often, so that reading a page does not write to disk each time. */
const NOTE_EVERY_MINUTES = 5;

/** Who holds this cookie's secret: null when there is none, it has ended, or its owner was deactivated. */
export function identifyStaff(context: AppContext, secret: string | null): StaffActor | null {
	if (secret === null) return null;
	const { db, clock, credentials } = context;
	const now = clock.now();
	const tokenHash = credentials.hashSecret(secret);
	const signIn = findSignIn(db, tokenHash, now);
	if (!signIn) return null;
	if (minutesBetween(signIn.lastSeenAt, now) >= NOTE_EVERY_MINUTES) {
		const expiresAt = signInExpiry(signIn.createdAt, now);
		withoutEntry(context, (tx) => touchSignIn(tx, tokenHash, now, expiresAt));
	}
	return signIn.actor;
}
