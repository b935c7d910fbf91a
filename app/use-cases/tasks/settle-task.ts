import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { TaskId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { checkSettled, type SettleRefusal } from '#app/domain/tasks/task.ts';
import type { TaskOutcome } from '#app/domain/tasks/task-outcomes.ts';
import type { Db } from '#db/client.ts';
import { findTask } from '#db/queries/tasks/tasks.ts';
import { settleNotices } from '#db/stores/notices.ts';
import { appendTaskEntry, updateTask } from '#db/stores/tasks.ts';
import { audited } from '../audit/audited.ts';

type ToSettle = {
	readonly id: TaskId;
	readonly version: number;
	readonly outcome: TaskOutcome | null;
	readonly note: string | null;
};

/**
 * Says what came of a task: it is done. Whoever may hold it may do it, whoever's it is. Refused when it is not open any
 * more, for an outcome that its kind does not take, and when it changed since the page was opened (`version`).
 */
export function settleTask(
	context: AppContext,
	actor: StaffActor,
	{ id, version, ...settled }: ToSettle,
): Outcome<undefined, 'not-found' | 'changed-meanwhile' | SettleRefusal> {
	return audited(context, { actor, action: 'task-done', record: ['task', id] }, (tx, tell) => {
		const task = findTask(tx, actor, id, 'write');
		if (!task) return refused('not-found');
		tell({ people: task.personId ? [task.personId] : [], details: { kind: task.kind } });
		if (task.version !== version) return refused('changed-meanwhile');
		return settleWithin(context, tx, actor, task, settled);
	});
}

type TaskToSettle = Parameters<typeof checkSettled>[0] & Pick<ToSettle, 'id' | 'version'>;

/** The same inside the transaction of something else that settles it, whose audit entry speaks for both. */
export function settleWithin(
	{ clock }: AppContext,
	tx: Db,
	actor: StaffActor,
	{ id, version, ...task }: TaskToSettle,
	settled: Pick<ToSettle, 'outcome' | 'note'>,
): Outcome<undefined, SettleRefusal> {
	const checked = checkSettled(task, settled);
	if (!checked.done) return checked;
	const now = clock.now();
	const { outcome, note } = checked.value;
	updateTask(tx, { id, version }, { state: 'done', outcome, note });
	appendTaskEntry(tx, id, { event: 'done', at: now, by: actor.staffId, words: note });
	settleNotices(tx, ['task-given', 'task-overdue'], id, now);
	return done();
}
