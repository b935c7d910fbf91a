import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { LeaveId, StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { checkHours, checkLeave, type Hours, type Leave } from '#app/domain/team/staff-time.ts';
import { findFacilitator, findLeave, listLeave } from '#db/queries/team/staff-time.ts';
import { deleteLeave, insertLeave, replaceHours } from '#db/stores/team/staff-time.ts';
import { audited } from '../audit/audited.ts';

type Refusal<Rule extends (...asked: never[]) => Outcome<unknown, string>> =
	| 'not-found'
	| Extract<ReturnType<Rule>, { done: false }>['code'];

/** Says in which hours of the week a facilitator delivers sessions; none says that any will do. */
export function setHours(
	context: AppContext,
	actor: StaffActor,
	{ staffId, hours }: { readonly staffId: StaffId; readonly hours: readonly Hours[] },
): Outcome<undefined, Refusal<typeof checkHours>> {
	return audited(context, { actor, action: 'hours-set', record: ['staff', staffId] }, (tx) => {
		if (!findFacilitator(tx, actor, staffId, 'staff-time', 'write')) return refused('not-found');
		const checked = checkHours(hours);
		if (checked.done) replaceHours(tx, staffId, hours);
		return checked;
	});
}

/** Records days on which a facilitator is away. What they would deliver then is told, so that cover can be found. */
export function addLeave(
	context: AppContext,
	actor: StaffActor,
	{ staffId, ...leave }: Leave & { readonly staffId: StaffId },
): Outcome<undefined, Refusal<typeof checkLeave> | 'leave-is-over'> {
	return audited(context, { actor, action: 'leave-added', record: ['staff', staffId] }, (tx) => {
		if (!findFacilitator(tx, actor, staffId, 'staff-time', 'write')) return refused('not-found');
		const today: CalendarDay = dayOf(context.clock.now());
		const checked = checkLeave(leave, listLeave(tx, [staffId], leave.fromDay));
		if (!checked.done) return checked;
		if (leave.toDay < today) return refused('leave-is-over');
		insertLeave(tx, { id: context.ids.next<LeaveId>(), staffId, ...leave });
		return done();
	});
}

/** Takes leave back. */
export function removeLeave(
	context: AppContext,
	actor: StaffActor,
	{ staffId, leaveId }: { readonly staffId: StaffId; readonly leaveId: LeaveId },
): Outcome<undefined, 'not-found'> {
	return audited(context, { actor, action: 'leave-removed', record: ['staff', staffId] }, (tx) => {
		const mayWrite = findFacilitator(tx, actor, staffId, 'staff-time', 'write') !== null;
		const found = mayWrite && findLeave(tx, leaveId, staffId);
		if (!found) return refused('not-found');
		deleteLeave(tx, found.id);
		return done();
	});
}
