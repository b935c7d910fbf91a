import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findStaffMember, hasOtherAdministrator } from '#db/queries/staff.ts';
import { endCalendarFeeds } from '#db/stores/calendar/calendar-feeds.ts';
import { endOpenings } from '#db/stores/openings.ts';
import { deleteKeptFormsOf } from '#db/stores/sign-in/kept-forms.ts';
import { endOneTimeLinks, endSignInsOf, updateStaff } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';
import { giveBackTasks } from '../tasks/give-back.ts';

type Refusal = 'not-found' | 'changed-meanwhile' | 'oneself' | 'last-administrator';

/**
 * Closes the account of somebody who left: ends every sign-in, every link, the calendar address and an opened record of
 * theirs at once, and forgets what they typed and never saved; what they recorded stays, and what they had to do goes back
 * to its desk.
 * Nobody closes their own account, and the last active administrator's stays open.
 */
export function deactivateStaff(
	context: AppContext,
	actor: Actor,
	{ staffId, version }: { staffId: StaffId; version: number },
): Outcome<undefined, Refusal> {
	const now = context.clock.now();
	return audited(context, { actor, action: 'account-closed', record: ['staff', staffId] }, (tx) => {
		if (!mayAtAll(actor, 'write', 'staff')) return refused('not-found');
		if (actor.kind === 'staff' && actor.staffId === staffId) return refused('oneself');
		const member = findStaffMember(tx, actor, staffId);
		if (!member) return refused('not-found');
		if (member.state === 'deactivated') return done();
		if (member.version !== version) return refused('changed-meanwhile', { now: member });
		const isAdministrator = member.state === 'active' && member.roles.includes('administrator');
		if (isAdministrator && !hasOtherAdministrator(tx, staffId)) return refused('last-administrator');
		updateStaff(tx, staffId, version, { state: 'deactivated' });
		endOneTimeLinks(tx, staffId, now);
		endSignInsOf(tx, staffId, now);
		endCalendarFeeds(tx, staffId, now);
		deleteKeptFormsOf(tx, staffId);
		endOpenings(tx, staffId, now);
		giveBackTasks(context, tx, actor, { ownerId: staffId });
		return done();
	});
}
