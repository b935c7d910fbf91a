import type { AppContext } from '#app/context.ts';
import { findInvitation } from '#db/queries/staff.ts';
import { countAttempt, forgiveAttempt } from '../account/count-attempt.ts';
import { withoutEntry } from '../audit/audited.ts';
import { FIRST_EMAIL } from './invite-first-administrator.ts';

/**
 * Who may choose a password by this one-time link; null when it was used, has run out or never was. Its secret is all it
 * asks, so somebody who tries one after the other is told nothing for a while, not even of a link that works.
 */
export function findInvitee(context: AppContext, linkSecret: string, address: string | null = null) {
	const { clock, credentials } = context;
	if (countAttempt(context, { guess: 'link', address })) return null;
	return withoutEntry(context, (tx) => {
		const found = findInvitation(tx, credentials.hashSecret(linkSecret), clock.now());
		if (!found) return null;
		forgiveAttempt(context, tx, { guess: 'link', address });
		return { name: found.name, email: found.email, isFirst: found.email === FIRST_EMAIL };
	});
}
