import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { KIND_NAMES } from '#app/domain/reminders/message-kinds.ts';
import type { Db } from '#db/client.ts';
import { listWordingsMissed, listWordingTasks } from '#db/queries/messages/wordings.ts';
import { closeTask, openTask } from '../../tasks/open-task.ts';

/**
 * Keeps one open task of the leads for each kind of messages of which some wait for words that nobody approved, and closes
 * it when none waits any more. Inside the transaction in which everything was judged.
 */
export function keepWordingTasks(context: AppContext, tx: Db): void {
	const missed = listWordingsMissed(tx);
	for (const { cause, kind, cohortId, taskState } of missed) {
		if (taskState !== null && taskState !== 'closed') continue;
		const words = `Messages of the kind “${KIND_NAMES[kind]}” wait, this cohort’s first. Look under Messages, Wording.`;
		openTask(context, tx, CLOCK, { kind: 'message-wording', cause, about: { cohortId }, words });
	}
	const causes = new Set(missed.map(({ cause }) => cause));
	for (const task of listWordingTasks(tx)) {
		if (!causes.has(task.cause)) closeTask(context, tx, CLOCK, task, 'wording-approved');
	}
}
