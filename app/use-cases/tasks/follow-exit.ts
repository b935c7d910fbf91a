import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { CohortId, EnrolmentId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listTasksOf } from '#db/queries/tasks/ladder.ts';
import { keepLadder } from './keep-ladder.ts';
import { closeTask, openTasks } from './open-task.ts';
import { isAfterwards, takeBackTold, toldAfterAll } from './take-back-told.ts';

const EXIT_KINDS = ['exit-partner', 'exit-referrer'] as const;

type Ended = {
	readonly enrolmentId: EnrolmentId;
	readonly cohortId: CohortId;
	readonly side: Side;
	/** Of the enrolment before it ended: an exit after one that was taken back is another. */
	readonly version: number;
};

/**
 * What follows every exit and removal: a task for partner support, whether a partner is known or not, and one for the
 * coordinator to tell the referrer. What the absences had opened is closed. Inside the transaction of the exit (§3.8).
 */
export function followExit(context: AppContext, tx: Db, actor: Actor, ended: Ended): void {
	const { enrolmentId, cohortId, side, version } = ended;
	keepLadder(context, tx, actor, { enrolmentIds: [enrolmentId] });
	if (side === 'professional') return;
	const kept = listTasksOf(tx, [enrolmentId], EXIT_KINDS);
	toldAfterAll(context, tx, actor, { kept, tasks: kept }, 'place-ended');
	const about = { cohortId, enrolmentId };
	const toOpen = EXIT_KINDS.map((kind) => ({ kind, cause: `${kind}:${enrolmentId}:${version}`, about }));
	openTasks(context, tx, actor, toOpen);
}

/**
 * The exit was taken back: nothing of it is left to do, whoever was told of it is told so, and the absences count again.
 * Inside the transaction of that.
 */
export function followExitUndone(context: AppContext, tx: Db, actor: Actor, enrolmentId: EnrolmentId): void {
	const kept = listTasksOf(tx, [enrolmentId], EXIT_KINDS);
	for (const task of kept) {
		if (task.state === 'open' && !isAfterwards(task)) closeTask(context, tx, actor, task, 'exit-undone');
	}
	takeBackTold(context, tx, actor, { kept, tasks: kept }, 'exit-undone');
	keepLadder(context, tx, actor, { enrolmentIds: [enrolmentId] });
}
