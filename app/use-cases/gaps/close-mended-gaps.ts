import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { GAP_TASK_KINDS } from '#app/domain/gaps/gap-kinds.ts';
import { listOpenTasksOfKinds } from '#db/queries/tasks/tasks.ts';
import { audited } from '../audit/audited.ts';
import { closeTask } from '../tasks/open-task.ts';
import { keyOfCause } from './gap-causes.ts';
import { readGaps } from './read-gaps.ts';

/**
 * Closes the tasks of gaps that are there no more: mended, or of a place that ended. For the clock, which sees all of them;
 * the list itself is reckoned anew whenever somebody looks, and shows a mended gap to nobody. Any number of processes may ask
 * at the same time. (§7.9)
 */
export function closeMendedGaps(context: AppContext, actor: Actor): void {
	if (actor.kind !== 'operator') return;
	audited(context, { actor, action: 'gap-tasks-closed' }, (tx, tell) => {
		const open = listOpenTasksOfKinds(tx, actor, GAP_TASK_KINDS);
		if (open.length === 0) return;
		const cohortIds = [...new Set(open.map(({ cohortId }) => cohortId))];
		const gaps = readGaps({ ...context, db: tx }, actor, { cohortIds, everything: true });
		const standing = new Set(gaps.map(({ key }) => key));
		const mended = open.filter(({ cause }) => !standing.has(keyOfCause(cause)));
		for (const task of mended) closeTask(context, tx, actor, task, 'gap-mended');
		tell({ details: { tasks: mended.map(({ id }) => id) } });
	});
}
