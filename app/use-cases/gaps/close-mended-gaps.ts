import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { GAP_TASK_KINDS } from '#app/domain/gaps/gap-kinds.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { listStandingAcceptances } from '#db/queries/gaps/acceptances.ts';
import { listOpenTasksOfKinds } from '#db/queries/tasks/tasks.ts';
import { outgrowGapAcceptance } from '#db/stores/fidelity/gap-acceptances.ts';
import { audited } from '../audit/audited.ts';
import { closeTask } from '../tasks/open-task.ts';
import { keyOfCause } from './gap-causes.ts';
import { GAPS_SHOWN_DAYS, readGaps } from './read-gaps.ts';

/**
 * Closes the tasks of gaps that are there no more: mended, accepted, or of a place that ended; and ends what was accepted of them, or
 * of less than is missing now, so that it never speaks for a gap that comes back. For the clock, which sees all of them;
 * the list itself is reckoned anew whenever somebody looks, and shows a mended gap to nobody. Any number of processes may ask
 * at the same time. (§7.9)
 */
export function closeMendedGaps(context: AppContext, actor: Actor): void {
	if (actor.kind !== 'operator') return;
	const now = context.clock.now();
	audited(context, { actor, action: 'gap-tasks-closed' }, (tx, tell) => {
		const open = listOpenTasksOfKinds(tx, actor, GAP_TASK_KINDS);
		const accepted = listStandingAcceptances(tx, actor, plusDays(dayOf(now), -GAPS_SHOWN_DAYS));
		const cohortIds = [...new Set([...open, ...accepted].map(({ cohortId }) => cohortId))];
		if (cohortIds.length === 0) return;
		const gaps = readGaps({ ...context, db: tx }, actor, { cohortIds, everything: true });
		const standing = new Map(gaps.map((gap) => [gap.key, gap]));
		const gapOf = (task: (typeof open)[number]) => standing.get(keyOfCause(task.cause));
		const over = open.filter((task) => !gapOf(task) || gapOf(task)?.acceptance);
		for (const task of over) closeTask(context, tx, actor, task, gapOf(task) ? 'gap-accepted' : 'gap-mended');
		const ended = accepted.filter(({ id, key }) => standing.get(key)?.acceptance?.id !== id);
		for (const { id } of ended) outgrowGapAcceptance(tx, id, now);
		tell({ details: { tasks: over.map(({ id }) => id), acceptances: ended.map(({ id }) => id) } });
	});
}
