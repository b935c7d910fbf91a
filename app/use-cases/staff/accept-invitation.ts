import type { AppContext } from '#app/context.ts';
import { checkPassword } from '#app/domain/access/password.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { inTransaction } from '#db/client.ts';
import { findInvitation, findStaffByEmail } from '#db/queries/staff.ts';
import { endOneTimeLinks, endSignInsOf, updateStaff } from '#db/stores/staff.ts';
import { type SignedIn, startSignIn } from './sign-in.ts';

type Refusal = 'link-used-or-expired' | 'password-too-short' | 'password-too-long' | 'password-too-common';

/** Sets the password of an account by its one-time link, makes it active, uses the link up and signs its owner in. */
export async function acceptInvitation(
	context: AppContext,
	{ linkSecret, password }: { linkSecret: string; password: string },
): Promise<Outcome<SignedIn, Refusal>> {
	const { db, clock, credentials } = context;
	const now = clock.now();
	const allowed = checkPassword(password);
	if (!allowed.done) return allowed;
	const tokenHash = credentials.hashSecret(linkSecret);
	if (!findInvitation(db, tokenHash, now)) return refused('link-used-or-expired');
	const passwordHash = await credentials.hashPassword(password);
	return inTransaction(db, (tx) => {
		const invitation = findInvitation(tx, tokenHash, now);
		const account = invitation && findStaffByEmail(tx, invitation.email);
		if (!account || account.state === 'deactivated') return refused('link-used-or-expired');
		updateStaff(tx, account.id, account.version, { passwordHash, state: 'active' });
		endOneTimeLinks(tx, account.id, now);
		endSignInsOf(tx, account.id, now);
		return done(startSignIn(context, tx, account.id, now));
	});
}
