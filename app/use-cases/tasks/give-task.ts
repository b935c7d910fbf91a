import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { StaffId, TaskId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { mayHold } from '#app/domain/tasks/desks.ts';
import { checkGiven, type GiveRefusal } from '#app/domain/tasks/task.ts';
import type { Db } from '#db/client.ts';
import { listActiveActors } from '#db/queries/staff.ts';
import { findCohortFacts, findTask, type TaskRow } from '#db/queries/tasks/tasks.ts';
import { forgetReadNotices, settleNotices } from '#db/stores/notices.ts';
import { appendTaskEntry, updateTask } from '#db/stores/tasks.ts';
import { audited } from '../audit/audited.ts';
import { notifyStaff } from '../notices/notify-staff.ts';

type ToGive = {
	readonly id: TaskId;
	readonly version: number;
	/** Null: back to its desk. */
	readonly to: StaffId | null;
	readonly words: string | null;
};

/** Those to whom the task can be given: active, and the policy lets them do it. */
export function listHolders(db: Db, task: Pick<TaskRow, 'desk' | 'cohortId'>): readonly StaffActor[] {
	return mayHold(listActiveActors(db), task.desk, findCohortFacts(db, task.cohortId));
}

/**
 * Gives a task to one member of staff, who is told, or back to its desk. Refused when it is not open any more, for
 * somebody who may not do it, and when it changed since the page was opened (`version`).
 */
export function giveTask(
	context: AppContext,
	actor: StaffActor,
	{ id, version, to, words }: ToGive,
): Outcome<undefined, 'not-found' | 'changed-meanwhile' | GiveRefusal> {
	const now = context.clock.now();
	return audited(context, { actor, action: 'task-given', record: ['task', id] }, (tx, tell) => {
		const task = findTask(tx, actor, id, 'write');
		if (!task) return refused('not-found');
		tell({ people: task.personId ? [task.personId] : [], details: { kind: task.kind, to: to ?? 'desk' } });
		if (task.version !== version) return refused('changed-meanwhile');
		const checked = checkGiven(
			task,
			to,
			listHolders(tx, task).map(({ staffId }) => staffId),
		);
		if (!checked.done) return checked;
		updateTask(tx, { id, version }, { ownerId: to });
		appendTaskEntry(tx, id, { event: 'given', at: now, by: actor.staffId, toId: to, words });
		settleNotices(tx, ['task-given'], id, now);
		// Whoever was told of it before is told again when it comes to them.
		forgetReadNotices(tx, ['task-given'], id);
		if (to !== null && to !== actor.staffId) notifyStaff(context, tx, [to], { kind: 'task-given', aboutId: id });
		return done();
	});
}
