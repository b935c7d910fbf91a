import type { AppContext } from '#app/context.ts';
import { CLOCK, type StaffActor } from '#app/domain/access/actor.ts';
import { GAP_MEANINGS, type GapKind } from '#app/domain/gaps/gap-kinds.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { TASK_MEANINGS } from '#app/domain/tasks/task-kinds.ts';
import type { Db } from '#db/client.ts';
import { countTasksOfGap } from '#db/queries/gaps/gap-tasks.ts';
import { findTask, listTaskEntries } from '#db/queries/tasks/tasks.ts';
import { forgetReadNotices, settleNotices } from '#db/stores/notices.ts';
import { appendTaskEntry, updateTask } from '#db/stores/tasks.ts';
import { audited } from '../audit/audited.ts';
import { notifyStaff } from '../notices/notify-staff.ts';
import { listHolders } from '../tasks/give-task.ts';
import { openTask } from '../tasks/open-task.ts';
import { findGap, isGapGone } from './find-gap.ts';
import { causeOfGap } from './gap-causes.ts';
import { aboutOf, peopleOf, recordOf } from './gap-record.ts';
import type { SeenGap } from './read-gaps.ts';

export type GapToHand = {
	readonly key: string;
	readonly to: StaffId;
	readonly dueOn: CalendarDay;
	readonly words: string | null;
	/** Of its task, as the page showed it; 0 where it had none. */
	readonly version: number;
};
type Refusal = 'not-found' | 'gap-gone' | 'changed-meanwhile' | 'accepted-already' | 'owner-missing' | 'day-past';

/** Those to whom a gap can be handed: active, and the policy lets them do the task. */
export function listGapHolders(db: Db, { kind, cohort }: Pick<SeenGap, 'kind' | 'cohort'>): readonly StaffActor[] {
	const { desk } = TASK_MEANINGS[GAP_MEANINGS[kind].task];
	return listHolders(db, { desk, cohortId: cohort.id });
}

/**
 * Hands a gap to somebody, by a day: a task of theirs, of which they are told, and which closes by itself once the gap is
 * mended. Handed on again, it is the same task with another owner and day. Refused for a gap that is accepted, for somebody
 * who may not do it or from whom the log that tells it is kept back (`owner-missing`), for a day that is over, when it
 * changed since the page was opened, and as `gap-gone` once it is mended; the same again from the same lead writes nothing. (§7.9)
 */
export function handGap(
	context: AppContext,
	actor: StaffActor,
	{ key, ...handed }: GapToHand,
): Outcome<undefined, Refusal> {
	const now = context.clock.now();
	return audited(context, { actor, action: 'gap-handed-on', record: recordOf(key) }, (tx, tell) => {
		const inTx = { ...context, db: tx };
		const gap = findGap(inTx, actor, key);
		if (!gap && isGapGone(inTx, actor, key)) return refused('gap-gone');
		if (!gap?.mayDecide) return refused('not-found');
		tell({ people: peopleOf(gap), details: { kind: gap.kind, to: handed.to, dueOn: handed.dueOn } });
		if (gap.acceptance) return refused('accepted-already');
		if (isSame(tx, actor, gap, handed)) return done();
		if ((gap.task?.version ?? 0) !== handed.version) return refused('changed-meanwhile');
		if (handed.dueOn < dayOf(now)) return refused('day-past');
		const holder = listGapHolders(tx, gap).find(({ staffId }) => staffId === handed.to);
		if (!holder) return refused('owner-missing');
		const id = gap.task ? handAgain(context, tx, actor, gap.task, handed) : handFirst(context, tx, actor, gap, handed);
		return findTask(tx, holder, id, 'read') ? done() : refused('owner-missing');
	});
}

type Handed = Omit<GapToHand, 'key'>;

/** A button that was pressed twice: the last that happened to its task is that this lead handed it on in the same way. */
function isSame(tx: Db, { staffId }: StaffActor, { kind, task }: SeenGap, handed: Handed): boolean {
	if (task?.ownerId !== handed.to || task.dueOn !== handed.dueOn) return false;
	const last = listTaskEntries(tx, task.id).at(-1)!;
	const words = last.event === 'given' ? last.words : findTask(tx, CLOCK, task.id, 'read')!.words;
	const asked = last.event === 'given' ? handed.words : asksFor(kind, handed.words);
	return last.byId === staffId && words === asked;
}

/** What its task says: the kind of the gap, and what the lead wrote. */
function asksFor(kind: GapKind, words: string | null): string {
	return [GAP_MEANINGS[kind].title, words].filter(Boolean).join('. ');
}

function handFirst(context: AppContext, tx: Db, actor: StaffActor, gap: SeenGap, { to, dueOn, words }: Handed) {
	const { task: kind } = GAP_MEANINGS[gap.kind];
	const cause = causeOfGap(gap.key, countTasksOfGap(tx, gap.key) + 1);
	const asks = asksFor(gap.kind, words);
	return openTask(context, tx, actor, { kind, cause, about: aboutOf(gap), ownerId: to, words: asks, dueOn });
}

type OpenTask = NonNullable<SeenGap['task']>;

function handAgain(context: AppContext, tx: Db, actor: StaffActor, task: OpenTask, { to, dueOn, words }: Handed) {
	const now = context.clock.now();
	const { id } = task;
	updateTask(tx, task, { ownerId: to, dueOn, toldOnAt: null });
	appendTaskEntry(tx, id, { event: 'given', at: now, by: actor.staffId, toId: to, words });
	settleNotices(tx, ['task-given', 'task-overdue'], id, now);
	forgetReadNotices(tx, ['task-given', 'task-overdue'], id);
	if (to !== actor.staffId) notifyStaff(context, tx, [to], { kind: 'task-given', aboutId: id });
	return id;
}
