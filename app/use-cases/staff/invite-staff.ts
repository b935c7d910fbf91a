import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Duties } from '#app/domain/access/duties.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Postcode } from '#app/domain/people/postcode.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findStaffByEmail } from '#db/queries/staff.ts';
import { endOneTimeLinks, insertOneTimeLink, insertStaff, replaceStaffDuties } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';
import { type DutiesRefusal, faultOfDuties } from './check-duties.ts';

const LINK_LASTS_MINUTES = 7 * 24 * 60;

export type StaffInvitation = Duties & {
	readonly name: string;
	readonly email: string;
	readonly postcode?: Postcode | null;
};
export type Invited = { readonly staffId: StaffId; readonly linkSecret: string };

/** Adds a member of staff who has yet to choose a password, and makes the one-time link that lets them. */
export function inviteStaff(
	context: AppContext,
	actor: Actor,
	invitation: StaffInvitation,
): Outcome<Invited, 'not-found' | 'email-in-use' | DutiesRefusal> {
	const { clock, ids } = context;
	const email = invitation.email.trim().toLowerCase();
	return audited(context, { actor, action: 'staff-invited' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'staff')) return refused('not-found');
		const fault = faultOfDuties(tx, null, invitation);
		if (fault) return fault;
		if (findStaffByEmail(tx, email)) return refused('email-in-use', { email });
		const staffId = ids.next<StaffId>();
		const { roles, areaIds: areas, sides } = invitation;
		tell({ record: ['staff', staffId], details: { roles, areas, sides } });
		const { name, postcode } = invitation;
		insertStaff(tx, { id: staffId, name, email, postcode, state: 'invited', createdAt: clock.now() });
		replaceStaffDuties(tx, staffId, invitation);
		return done({ staffId, linkSecret: makeLink(context, tx, staffId, clock.now()) });
	});
}

/** Makes a new one-time link for the account and ends those before it; call it inside a transaction. */
export function makeLink({ credentials }: AppContext, tx: Db, staffId: StaffId, now: Instant): string {
	endOneTimeLinks(tx, staffId, now);
	const secret = credentials.newSecret();
	const tokenHash = credentials.hashSecret(secret);
	insertOneTimeLink(tx, { tokenHash, staffId, createdAt: now, expiresAt: plusMinutes(now, LINK_LASTS_MINUTES) });
	return secret;
}
