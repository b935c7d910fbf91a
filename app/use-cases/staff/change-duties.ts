import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Duties } from '#app/domain/access/duties.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Postcode } from '#app/domain/people/postcode.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findStaffMember, hasOtherAdministrator } from '#db/queries/staff.ts';
import { endOpenings } from '#db/stores/openings.ts';
import { replaceStaffDuties, updateStaff } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';
import { giveBackTasks } from '../tasks/give-back.ts';
import { type DutiesRefusal, faultOfDuties } from './check-duties.ts';

type Change = Duties & {
	readonly staffId: StaffId;
	readonly name: string;
	/** Left as it is when it is not given. */
	readonly postcode?: Postcode | null;
	readonly version: number;
};
type Refusal = 'not-found' | 'changed-meanwhile' | 'last-administrator' | DutiesRefusal;

/**
 * Changes the name, postcode, roles, areas and sides of a member of staff; a record that they have open is closed.
 * Refused when somebody else changed them since the page was opened (the details hold what stands now), and when
 * no administrator would be left.
 */
export function changeDuties(context: AppContext, actor: Actor, change: Change): Outcome<undefined, Refusal> {
	const record = ['staff', change.staffId] as const;
	return audited(context, { actor, action: 'duties-changed', record }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'staff')) return refused('not-found');
		const member = findStaffMember(tx, actor, change.staffId);
		if (!member) return refused('not-found');
		if (member.version !== change.version) return refused('changed-meanwhile', { now: member });
		const fault = faultOfDuties(tx, member.id, change);
		if (fault) return fault;
		const stepsDown =
			member.state === 'active' && member.roles.includes('administrator') && !change.roles.includes('administrator');
		if (stepsDown && !hasOtherAdministrator(tx, member.id)) return refused('last-administrator');
		tell({ details: { roles: change.roles, areas: change.areaIds, sides: change.sides } });
		updateStaff(tx, member.id, member.version, { name: change.name, postcode: change.postcode });
		replaceStaffDuties(tx, member.id, change);
		endOpenings(tx, member.id, context.clock.now());
		giveBackTasks(context, tx, actor, { ownerId: member.id });
		return done();
	});
}
