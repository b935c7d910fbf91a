import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ClosingReason } from '#app/domain/tasks/task.ts';
import type { Db } from '#db/client.ts';
import type { KeptTask } from '#db/queries/tasks/tasks.ts';
import { closeTask, openTasks } from './open-task.ts';

/** What these tasks are opened for: that what another task had told is no longer so. */
const AFTERWARDS = ':no-longer-so';

const WORDS = {
	corrected:
		'They were told of absences, and the register has been corrected since: it is no longer so. Tell them that.',
	'exit-undone': 'They were told that the place ended, and that was taken back: the place goes on. Tell them that.',
} as const;

/** What a rule keeps about the same places, its own tasks and what these two opened after them, and those it is about. */
type Told = { readonly kept: readonly KeptTask[]; readonly tasks: readonly KeptTask[] };

/**
 * Whether the task was opened because what another had told is no longer so: the rule that
 * opened the other does not judge it.
 */
export function isAfterwards({ cause }: Pick<KeptTask, 'cause'>): boolean {
	return cause.endsWith(AFTERWARDS);
}

/**
 * Opens a task to say that it is no longer so for each of these that told somebody of what is no more; those that are open
 * have told nobody, and are closed by their own rule. Asks the database nothing where there is nothing to open. Inside the
 * transaction of what took the cause away. (§3.8, §5.9)
 */
export function takeBackTold(
	context: AppContext,
	tx: Db,
	actor: Actor,
	{ kept, tasks }: Told,
	why: keyof typeof WORDS,
): void {
	const stands = new Set(kept.filter(({ state }) => state !== 'closed').map(({ cause }) => cause));
	const hasTold = tasks.filter(
		(task) =>
			task.state === 'done' &&
			task.outcome === 'told' &&
			!isAfterwards(task) &&
			!stands.has(`${task.cause}${AFTERWARDS}`),
	);
	const toOpen = hasTold.map(({ kind, cause, cohortId, enrolmentId, sessionId }) => {
		const about = { cohortId, enrolmentId, sessionId };
		return { kind, cause: `${cause}${AFTERWARDS}`, about, words: WORDS[why] };
	});
	openTasks(context, tx, actor, toOpen);
}

/** Closes what `takeBackTold` opened for these tasks and nobody has done yet: what they told is so again. */
export function toldAfterAll(
	context: AppContext,
	tx: Db,
	actor: Actor,
	{ kept, tasks }: Told,
	reason: ClosingReason,
): void {
	const afterwards = new Set(tasks.map(({ cause }) => `${cause}${AFTERWARDS}`));
	for (const task of kept) {
		if (task.state === 'open' && afterwards.has(task.cause)) closeTask(context, tx, actor, task, reason);
	}
}
