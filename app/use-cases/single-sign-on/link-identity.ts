import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { ProvenIdentity } from '#app/domain/sign-in/proven-identity.ts';
import type { Db } from '#db/client.ts';
import { findStaffByIdentity } from '#db/queries/sign-in/identities.ts';
import { findInvitation, findOwnAccount } from '#db/queries/staff.ts';
import { deleteIdentities, insertIdentity } from '#db/stores/sign-in/identities.ts';
import { endOneTimeLinks, endSignInsOf, updateStaff } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';
import { FIRST_EMAIL } from '../staff/invite-first-administrator.ts';
import { type SignedIn, startSignIn, type Visitor } from '../staff/sign-in.ts';
import { isProvedTwice } from './sign-in-by-identity.ts';

/** Links one’s own account to what the provider proved, in the place of an earlier link; refused when somebody else has it. */
export function linkIdentity(
	context: AppContext,
	actor: StaffActor,
	identity: ProvenIdentity,
): Outcome<undefined, 'identity-in-use'> {
	const act = { actor, action: 'identity-linked' } as const;
	return audited(context, act, (tx) => link(tx, actor.staffId, identity, context.clock.now()));
}

/**
 * Accepts an invitation by single sign-on instead of a password: the one-time link says which account, the provider who
 * comes in by it. The first administrator, whose name and address nobody knows yet, begins with a password.
 */
export function acceptInvitationByIdentity(
	context: AppContext,
	linkSecret: string,
	{ identity, visitor }: { readonly identity: ProvenIdentity; readonly visitor: Visitor },
): Outcome<SignedIn, 'link-used-or-expired' | 'identity-in-use'> {
	const { clock, credentials } = context;
	const now = clock.now();
	return audited(context, { actor: null, action: 'invitation-accepted' }, (tx, tell) => {
		const invitation = findInvitation(tx, credentials.hashSecret(linkSecret), now);
		if (!invitation || invitation.email === FIRST_EMAIL) return refused('link-used-or-expired');
		const account = findOwnAccount(tx, invitation.staffId);
		tell({ record: ['staff', account.id] });
		if (account.state === 'deactivated') return refused('link-used-or-expired');
		const linked = link(tx, account.id, identity, now);
		if (!linked.done) return linked;
		tell({ actor: { kind: 'staff', staffId: account.id } });
		updateStaff(tx, account.id, account.version, { state: 'active' });
		endOneTimeLinks(tx, account.id, now);
		endSignInsOf(tx, account.id, now);
		const bySecondFactor = isProvedTwice(context, identity);
		return done(startSignIn(context, tx, { ...visitor, staffId: account.id, now, bySecondFactor }));
	});
}

/** Unlinks one’s own account; refused while there is no password, because nothing else would let them in. */
export function unlinkIdentity(context: AppContext, actor: StaffActor): Outcome<undefined, 'no-password'> {
	return audited(context, { actor, action: 'identity-unlinked' }, (tx) => {
		if (findOwnAccount(tx, actor.staffId).passwordHash === null) return refused('no-password');
		deleteIdentities(tx, actor.staffId);
		return done();
	});
}

function link(
	tx: Db,
	staffId: StaffId,
	{ issuer, subject }: ProvenIdentity,
	linkedAt: Instant,
): Outcome<undefined, 'identity-in-use'> {
	const holder = findStaffByIdentity(tx, { issuer, subject });
	if (holder && holder.staffId !== staffId) return refused('identity-in-use');
	deleteIdentities(tx, staffId);
	insertIdentity(tx, { issuer, subject, staffId, linkedAt });
	return done();
}
