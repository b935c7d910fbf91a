import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { mayHold } from '#app/domain/tasks/desks.ts';
import type { Db } from '#db/client.ts';
import { listActiveActors } from '#db/queries/staff.ts';
import { findCohortFacts, type KeptTask, listUntoldOverdue } from '#db/queries/tasks/tasks.ts';
import { appendTaskEntry, updateTask } from '#db/stores/tasks.ts';
import { audited } from '../audit/audited.ts';
import { notifyStaff } from '../notices/notify-staff.ts';

/**
 * Tells the coordinators of the area and side of every task of a team that is overdue, once for each: they see it and can
 * do it or give it to somebody. Any number of processes may ask at the same time (§5.9).
 */
export function tellOfOverdueTasks(context: AppContext, actor: Actor): void {
	if (actor.kind !== 'operator') return;
	const now = context.clock.now();
	audited(context, { actor, action: 'tasks-told-on' }, (tx, tell) => {
		const overdue = listUntoldOverdue(tx, dayOf(now));
		tell({ details: { tasks: overdue.map(({ id }) => id) } });
		for (const task of overdue) {
			updateTask(tx, task, { toldOnAt: now });
			appendTaskEntry(tx, task.id, { event: 'told-on', at: now, by: null });
			notifyStaff(context, tx, coordinatorsOf(tx, task), { kind: 'task-overdue', aboutId: task.id });
		}
	});
}

/** The coordinators whose desk the next step lies on. */
function coordinatorsOf(tx: Db, { cohortId }: KeptTask) {
	const coordinators = listActiveActors(tx).filter(({ roles }) => roles.includes('coordinator'));
	return mayHold(coordinators, 'coordinator', findCohortFacts(tx, cohortId)).map(({ staffId }) => staffId);
}
