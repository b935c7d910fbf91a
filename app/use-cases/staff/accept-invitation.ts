import type { AppContext } from '#app/context.ts';
import { checkPassword, type PasswordRefusal } from '#app/domain/access/password.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findInvitation, findStaffByEmail } from '#db/queries/staff.ts';
import { endOneTimeLinks, endSignInsOf, updateStaff } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';
import { FIRST_EMAIL } from './invite-first-administrator.ts';
import { type SignedIn, startSignIn, type Visitor } from './sign-in.ts';

type Acceptance = Visitor & {
	readonly linkSecret: string;
	readonly password: string;
	/** Who the first administrator is: nobody could say so when their account was made. Ignored for everybody else. */
	readonly identity?: { readonly name: string; readonly email: string };
};
type Refusal = 'link-used-or-expired' | 'identity-needed' | 'email-in-use' | PasswordRefusal;

/**
 * Sets the password of an account by its one-time link, makes it active, uses the link up and signs its owner in; a
 * second factor is asked for all the same. The first administrator gives name and address with it.
 */
export async function acceptInvitation(
	context: AppContext,
	acceptance: Acceptance,
): Promise<Outcome<SignedIn, Refusal>> {
	const { db, clock, credentials, content, config } = context;
	const now = clock.now();
	const tokenHash = credentials.hashSecret(acceptance.linkSecret);
	const invited = findInvitation(db, tokenHash, now);
	const { name, email } = acceptance.identity ?? invited ?? { name: '', email: '' };
	const against = { common: content.commonPasswords, ownNames: [name, email, config.orgName] };
	const allowed = checkPassword(acceptance.password, against);
	const passwordHash = invited && allowed.done ? await credentials.hashPassword(acceptance.password) : null;
	return audited(context, { actor: null, action: 'invitation-accepted' }, (tx, tell) => {
		const invitation = findInvitation(tx, tokenHash, now);
		const account = invitation && findStaffByEmail(tx, invitation.email);
		if (account) tell({ record: ['staff', account.id] });
		if (!invited || !account || account.state === 'deactivated') return refused('link-used-or-expired');
		if (!allowed.done) return allowed;
		const identity = identityFor(tx, account.email, acceptance);
		if (!identity.done) return identity;
		tell({ actor: { kind: 'staff', staffId: account.id } });
		updateStaff(tx, account.id, account.version, { ...identity.value, passwordHash, state: 'active' });
		endOneTimeLinks(tx, account.id, now);
		endSignInsOf(tx, account.id, now);
		return done(startSignIn(context, tx, { ...acceptance, staffId: account.id, now }));
	});
}

function identityFor(
	tx: Db,
	accountEmail: string,
	{ identity }: Acceptance,
): Outcome<{ name?: string; email?: string }, 'identity-needed' | 'email-in-use'> {
	if (accountEmail !== FIRST_EMAIL) return done({});
	if (!identity) return refused('identity-needed');
	const email = identity.email.trim().toLowerCase();
	return findStaffByEmail(tx, email) ? refused('email-in-use', { email }) : done({ name: identity.name, email });
}
