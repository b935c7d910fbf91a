import type { AppContext } from '#app/context.ts';
import type { Actor, Role, StaffActor } from '#app/domain/access/actor.ts';
import type { CohortFacts } from '#app/domain/access/policy.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { mayHold } from '#app/domain/tasks/desks.ts';
import { listActiveActors } from '#db/queries/staff.ts';
import { type KeptTask, listCohortFacts, listUntoldOverdue } from '#db/queries/tasks/tasks.ts';
import { appendTaskEntry, updateTask } from '#db/stores/tasks.ts';
import { audited } from '../audit/audited.ts';
import { notifyStaff } from '../notices/notify-staff.ts';
import { giveBackTasks } from './give-back.ts';

/**
 * Tells of every task that is overdue and is a team’s, the leads’ or somebody’s own, once for each: whoever has it, of what
 * lies on the leads’ desk and nobody has the leads, and of a team’s the coordinators of its area and side, who see it and
 * can do it or give it to somebody. Where there is no coordinator it is the leads who are told, and without any the
 * administrators, so that it is never nobody. What somebody has who cannot do it any more goes back to its desk first. Any
 * number of processes may ask at the same time, and who there is to tell is read once for all tasks (§5.9).
 */
export function tellOfOverdueTasks(context: AppContext, actor: Actor): void {
	if (actor.kind !== 'operator') return;
	const now = context.clock.now();
	audited(context, { actor, action: 'tasks-told-on' }, (tx, tell) => {
		const givenBack = giveBackTasks(context, tx, actor);
		const overdue = listUntoldOverdue(tx, dayOf(now));
		tell({ details: { tasks: overdue.map(({ id }) => id), ...(givenBack.length > 0 && { givenBack }) } });
		if (overdue.length === 0) return;
		const staff = listActiveActors(tx);
		const factsOf = listCohortFacts(tx, [...new Set(overdue.map(({ cohortId }) => cohortId))]);
		for (const task of overdue) {
			updateTask(tx, task, { toldOnAt: now });
			appendTaskEntry(tx, task.id, { event: 'told-on', at: now, by: null });
			const told = toTell(task, staff, factsOf.get(task.cohortId)!);
			notifyStaff(context, tx, told, { kind: 'task-overdue', aboutId: task.id });
		}
	});
}

/** Whose it is, and of a team’s task whoever stands one step further up: what lies on other desks is their own to see. */
function toTell({ desk, ownerId }: KeptTask, staff: readonly StaffActor[], facts: CohortFacts): readonly StaffId[] {
	const up =
		desk === 'team' ? oneStepUp(staff, facts) : desk === 'lead' && ownerId === null ? theLeads(staff, facts) : [];
	return [...new Set([...(ownerId === null ? [] : [ownerId]), ...up])];
}

/** Those who may do what lies on the leads’ desk; without any, the administrators, who can make somebody a lead. */
function theLeads(staff: readonly StaffActor[], facts: CohortFacts): readonly StaffId[] {
	return nearest([mayHold(staff, 'lead', facts), holding(staff, 'administrator')]);
}

/**
 * The first of these roles that somebody has who may do the task; an administrator may not see it, and can make somebody a
 * coordinator.
 */
function oneStepUp(staff: readonly StaffActor[], facts: CohortFacts): readonly StaffId[] {
	const coordinators = mayHold(holding(staff, 'coordinator'), 'coordinator', facts);
	return nearest([coordinators, holding(staff, 'lead'), holding(staff, 'administrator')]);
}

function holding(staff: readonly StaffActor[], role: Role): readonly StaffActor[] {
	return staff.filter(({ roles }) => roles.includes(role));
}

function nearest(circles: readonly (readonly StaffActor[])[]): readonly StaffId[] {
	return (circles.find((circle) => circle.length > 0) ?? []).map(({ staffId }) => staffId);
}
