import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { StaffId, TaskId } from '#app/domain/shared/ids.ts';
import { mayHold } from '#app/domain/tasks/desks.ts';
import type { Db } from '#db/client.ts';
import { listActiveActors } from '#db/queries/staff.ts';
import { listCohortFacts, listLeaving, listOwnedTasks } from '#db/queries/tasks/tasks.ts';
import { settleNotices } from '#db/stores/notices.ts';
import { appendTaskEntry, updateTask } from '#db/stores/tasks.ts';

/**
 * Gives every open task back to its desk whose owner cannot do it any more: their account was closed, their duties changed,
 * or they have left the team. Otherwise nobody would have it, because what is given to one is nobody else’s. With
 * `ownerId`, only theirs. Call it inside the transaction of what changed; the clock asks for all. (§5.9)
 */
export function giveBackTasks(
	{ clock }: AppContext,
	tx: Db,
	actor: Actor,
	whose: { readonly ownerId?: StaffId } = {},
): readonly TaskId[] {
	const owned = listOwnedTasks(tx, whose);
	if (owned.length === 0) return [];
	const now = clock.now();
	const staff = listActiveActors(tx);
	const cohortIds = [...new Set(owned.map(({ cohortId }) => cohortId))];
	const factsOf = listCohortFacts(tx, cohortIds);
	const leaving = Map.groupBy(listLeaving(tx, cohortIds, now), ({ cohortId }) => cohortId);
	const without = owned.filter(({ ownerId, desk, cohortId }) => {
		const owner = staff.filter(({ staffId }) => staffId === ownerId);
		const facts = factsOf.get(cohortId)!;
		const leavers = (leaving.get(cohortId) ?? []).map(({ staffId }) => staffId);
		const teamStaffIds = [...facts.teamStaffIds, ...leavers];
		return mayHold(owner, desk, { ...facts, teamStaffIds }).length === 0;
	});
	const by = actor.kind === 'staff' ? actor.staffId : null;
	for (const task of without) {
		updateTask(tx, task, { ownerId: null });
		appendTaskEntry(tx, task.id, { event: 'given', at: now, by, toId: null });
		settleNotices(tx, ['task-given'], task.id, now);
	}
	return without.map(({ id }) => id);
}
