import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ClosingReason } from '#app/domain/tasks/task.ts';
import type { Db } from '#db/client.ts';
import { findTaskOfCause, type KeptTask } from '#db/queries/tasks/tasks.ts';
import { closeTask, openTask } from './open-task.ts';

/** What these tasks are opened for: that what another task had told is no longer so. */
const AFTERWARDS = ':no-longer-so';

const WORDS = {
	corrected:
		'They were told of absences, and the register has been corrected since: it is no longer so. Tell them that.',
	'exit-undone': 'They were told that the place ended, and that was taken back: the place goes on. Tell them that.',
} as const;

/** Whether the task was opened because what another had told is no longer so: the rule that opened the other does not judge it. */
export function isAfterwards({ cause }: Pick<KeptTask, 'cause'>): boolean {
	return cause.endsWith(AFTERWARDS);
}

/**
 * Opens a task to say that it is no longer so for each of these that told somebody of what is no more; those that are open
 * have told nobody, and are closed by their own rule. Inside the transaction of what took the cause away. (§3.8, §5.9)
 */
export function takeBackTold(
	context: AppContext,
	tx: Db,
	actor: Actor,
	tasks: readonly KeptTask[],
	why: keyof typeof WORDS,
): void {
	for (const { kind, cause, cohortId, enrolmentId, sessionId, outcome, ...task } of tasks) {
		if (task.state !== 'done' || outcome !== 'told' || isAfterwards({ cause })) continue;
		const about = { cohortId, enrolmentId, sessionId };
		openTask(context, tx, actor, { kind, cause: `${cause}${AFTERWARDS}`, about, words: WORDS[why] });
	}
}

/** Closes what `takeBackTold` opened for these tasks and nobody has done yet: what they told is so again. */
export function toldAfterAll(
	context: AppContext,
	tx: Db,
	actor: Actor,
	tasks: readonly KeptTask[],
	reason: ClosingReason,
): void {
	for (const { cause } of tasks) {
		const found = findTaskOfCause(tx, `${cause}${AFTERWARDS}`);
		if (found?.state === 'open') closeTask(context, tx, actor, found, reason);
	}
}
