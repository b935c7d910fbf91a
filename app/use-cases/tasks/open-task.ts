import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, EnrolmentId, SessionId, StaffId, TaskId } from '#app/domain/shared/ids.ts';
import { type ClosingReason, dueDayOf } from '#app/domain/tasks/task.ts';
import { TASK_MEANINGS, type TaskKind } from '#app/domain/tasks/task-kinds.ts';
import type { Db } from '#db/client.ts';
import { findTaskOfCause, type KeptTask, listTasksOfCauses } from '#db/queries/tasks/tasks.ts';
import { forgetReadNotices, settleNotices } from '#db/stores/notices.ts';
import { appendTaskEntry, insertTask, updateTask } from '#db/stores/tasks.ts';
import { notifyStaff } from '../notices/notify-staff.ts';
import { mayBeTold, staffToTell } from './who-is-told.ts';

export type TaskToOpen = {
	readonly kind: TaskKind;
	/** What it is opened for, such as the session of an absence: one task for each, however often it is asked for. */
	readonly cause: string;
	readonly about: {
		readonly cohortId: CohortId;
		readonly enrolmentId?: EnrolmentId | null;
		readonly sessionId?: SessionId | null;
	};
	/** One member of staff whose it is; left out, it lies on the desk of its kind. They must be able to hold it. */
	readonly ownerId?: StaffId | null;
	/** What it asks for beyond its kind. */
	readonly words?: string | null;
	/** The days that there are for it, where the programme says so. */
	readonly withinDays?: number;
	/** The last day for it, where somebody says so. */
	readonly dueOn?: CalendarDay;
};

/**
 * Opens a task unless there is one for this cause: an open one and one that was done stay as they are, one that was closed
 * because its cause was gone is opened again, with the words and for whom it is asked now: what was taken back stays so.
 * Whose it is is told; of one that comes to the leads’ desk, every lead who may do it. Call it inside the transaction of its
 * cause, whose audit entry speaks for it.
 */
export function openTask(context: AppContext, tx: Db, actor: Actor, task: TaskToOpen): TaskId {
	return openTasks(context, tx, actor, [task])[0]!;
}

/** The same for several, each of a cause of its own: what is to be known of them is read once, however many they are. */
export function openTasks(context: AppContext, tx: Db, actor: Actor, tasks: readonly TaskToOpen[]): readonly TaskId[] {
	if (tasks.length === 0) return [];
	const causes = tasks.map(({ cause }) => cause);
	const foundOf = listTasksOfCauses(tx, causes);
	const isWanted = ({ cause }: TaskToOpen) => (foundOf.get(cause)?.state ?? 'closed') === 'closed';
	const toTell = staffToTell(tx, tasks.filter(isWanted));
	return tasks.map((task) => {
		const found = foundOf.get(task.cause) ?? null;
		return found && !isWanted(task) ? found.id : openOne(context, tx, actor, { task, found, toTell: toTell(task) });
	});
}

type ToOpen = { readonly task: TaskToOpen; readonly found: KeptTask | null; readonly toTell: readonly StaffId[] };

function openOne(context: AppContext, tx: Db, actor: Actor, { task, found, toTell }: ToOpen): TaskId {
	const now = context.clock.now();
	const by = actor.kind === 'staff' ? actor.staffId : null;
	const { kind, cause, about, ownerId = null, words = null, withinDays } = task;
	const id = found?.id ?? context.ids.next<TaskId>();
	const dueOn = task.dueOn ?? dueDayOf(kind, now, withinDays);
	const stands = { ownerId, words, dueOn, openedAt: now, state: 'open' as const };
	if (found) updateTask(tx, found, { ...stands, toldOnAt: null });
	else insertTask(tx, { ...{ id, kind, desk: TASK_MEANINGS[kind].desk, ...about, cause }, ...stands });
	appendTaskEntry(tx, id, { event: found ? 'reopened' : 'opened', at: now, by });
	if (found) forgetReadNotices(tx, ['task-given', 'task-overdue'], id);
	const told = mayBeTold(tx, { id, kind }, toTell).filter((staffId) => staffId !== by);
	notifyStaff(context, tx, told, { kind: 'task-given', aboutId: id });
	return id;
}

/** Closes the open task because what it was for is no more, in the transaction of that; nobody's notice of it waits on. */
export function closeTask(
	context: AppContext,
	tx: Db,
	actor: Actor,
	task: Pick<KeptTask, 'id' | 'version'>,
	reason: ClosingReason,
): void {
	const now = context.clock.now();
	updateTask(tx, task, { state: 'closed' });
	const by = actor.kind === 'staff' ? actor.staffId : null;
	appendTaskEntry(tx, task.id, { event: 'closed', at: now, by, words: reason });
	settleNotices(tx, ['task-given', 'task-overdue'], task.id, now);
}

/** The same for whatever open task this cause has; null when it has none. */
export function closeTaskOfCause(
	context: AppContext,
	tx: Db,
	actor: Actor,
	cause: string,
	reason: ClosingReason,
): TaskId | null {
	const found = findTaskOfCause(tx, cause);
	if (found?.state !== 'open') return null;
	closeTask(context, tx, actor, found, reason);
	return found.id;
}
