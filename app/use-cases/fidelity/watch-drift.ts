import type { AppContext } from '#app/context.ts';
import { type Actor, CLOCK } from '#app/domain/access/actor.ts';
import { type Fall, fallsOf } from '#app/domain/fidelity/drift.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { listOpenTasksOfKinds } from '#db/queries/tasks/tasks.ts';
import { closeTask, openTask } from '../tasks/open-task.ts';
import { reviewFidelity } from './review-fidelity.ts';

type Logged = { readonly cohortId: CohortId };

/**
 * Keeps the leads’ tasks about the chart of the cohort’s sessions in step with it, after a log was written. What a lead
 * approved beforehand is no part of it (§7.5). Every change for
 * the worse that it shows opens one, with the sessions concerned; a run that grows longer stays the task that it is. What it
 * does not show any more, by this log or because the limits have moved with it, is closed; what somebody has looked at
 * stays done. Call it in the log’s own transaction. (§7.7)
 */
export function watchDrift(context: AppContext, tx: Db, actor: Actor, { cohortId }: Logged): void {
	// Everything there is to see, whoever writes: the second log is blind for its colleague and not for the chart.
	const review = reviewFidelity({ ...context, db: tx }, CLOCK, cohortId, 'session');
	const falls = review ? fallsOf(review.drift) : [];
	for (const fall of falls) {
		const about = { cohortId, sessionId: fall.sessionIds.at(0)! };
		openTask(context, tx, actor, { kind: 'drift', cause: causeOf(fall), about, words: fall.sentence });
	}
	const standing = new Set(falls.map(causeOf));
	const open = listOpenTasksOfKinds(tx, CLOCK, ['drift']).filter((task) => task.cohortId === cohortId);
	for (const task of open) {
		if (!standing.has(task.cause)) closeTask(context, tx, actor, task, 'log-changed');
	}
}

function causeOf({ rule, sessionIds }: Pick<Fall, 'rule' | 'sessionIds'>): string {
	return `drift ${rule} ${sessionIds[0]}`;
}
