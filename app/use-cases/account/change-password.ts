import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { checkPassword, type PasswordRefusal } from '#app/domain/access/password.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findOwnAccount, findSignIn } from '#db/queries/staff.ts';
import { endOneTimeLinks, endSignInsOf, updateStaff } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';
import { type SignedIn, startSignIn, type Visitor } from '../staff/sign-in.ts';
import { type ProofRefusal, proveAgain } from './prove-again.ts';

type Change = Visitor & { readonly current: string; readonly chosen: string };
type Refusal = 'not-found' | 'no-password' | 'changed-meanwhile' | ProofRefusal | PasswordRefusal;

/**
 * Gives one’s own account another password, by the one before. Every other sign-in and every link of the account ends;
 * this browser goes on under a new secret, as far proved as it was.
 */
export async function changePassword(
	context: AppContext,
	actor: StaffActor,
	{ current, chosen, ...visitor }: Change,
): Promise<Outcome<SignedIn, Refusal>> {
	const { db, clock, credentials, content, config } = context;
	const { name, email, passwordHash } = findOwnAccount(db, actor.staffId);
	if (passwordHash === null) return refused('no-password');
	const proved = await proveAgain(context, actor, { password: current, address: visitor.address });
	if (!proved.done) return proved;
	const against = { common: content.commonPasswords, ownNames: [name, email, config.orgName] };
	const allowed = checkPassword(chosen, against);
	if (!allowed.done) return allowed;
	const newHash = await credentials.hashPassword(chosen);
	const now = clock.now();
	return audited(context, { actor, action: 'password-changed' }, (tx) => {
		const account = findOwnAccount(tx, actor.staffId);
		const signIn = visitor.replaces ? findSignIn(tx, credentials.hashSecret(visitor.replaces), now) : null;
		if (!signIn || account.state !== 'active') return refused('not-found');
		if (account.passwordHash !== passwordHash) return refused('changed-meanwhile');
		updateStaff(tx, account.id, account.version, { passwordHash: newHash });
		endOneTimeLinks(tx, account.id, now);
		endSignInsOf(tx, account.id, now);
		const bySecondFactor = signIn.secondFactorAt !== null;
		return done(startSignIn(context, tx, { ...visitor, staffId: account.id, now, bySecondFactor }));
	});
}
