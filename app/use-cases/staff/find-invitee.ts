import type { AppContext } from '#app/context.ts';
import { findInvitation } from '#db/queries/staff.ts';
import { FIRST_EMAIL } from './invite-first-administrator.ts';

/** Who may choose a password by this one-time link; null when it was used, has run out or never was. Its secret is all it asks. */
export function findInvitee({ db, clock, credentials }: AppContext, linkSecret: string) {
	const found = findInvitation(db, credentials.hashSecret(linkSecret), clock.now());
	return found && { name: found.name, email: found.email, isFirst: found.email === FIRST_EMAIL };
}
