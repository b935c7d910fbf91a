import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { findStaffByEmail, hasAnyStaff } from '#db/queries/staff.ts';
import { audited } from '../audit/audited.ts';
import { inviteStaff, makeLink } from './invite-staff.ts';

/** Stands in for the first administrator's address until they give their own. */
export const FIRST_EMAIL = 'administrator@localhost';

/**
 * The secret of the link by which the first administrator signs in: made while nobody has used one, anew at each start;
 * null as soon as somebody has an account of their own.
 */
export function inviteFirstAdministrator(context: AppContext): string | null {
	const { db, clock } = context;
	const waiting = findStaffByEmail(db, FIRST_EMAIL);
	if (waiting?.state === 'invited') {
		const record = ['staff', waiting.id] as const;
		const act = { actor: CLOCK, action: 'first-link-made', record } as const;
		return audited(context, act, (tx) => makeLink(context, tx, waiting.id, clock.now()));
	}
	if (hasAnyStaff(db)) return null;
	const invited = inviteStaff(context, CLOCK, {
		name: 'First administrator',
		email: FIRST_EMAIL,
		roles: ['administrator'],
		areaIds: [],
		sides: [],
	});
	return invited.done ? invited.value.linkSecret : null;
}
