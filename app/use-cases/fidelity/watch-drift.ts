import type { AppContext } from '#app/context.ts';
import { type Actor, CLOCK } from '#app/domain/access/actor.ts';
import { type Fall, fallsOf } from '#app/domain/fidelity/drift.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { closeTaskOfCause, openTask } from '../tasks/open-task.ts';
import { reviewFidelity } from './review-fidelity.ts';

type Logged = { readonly id: SessionId; readonly cohortId: CohortId };

/**
 * Opens a task for the leads for every change for the worse that the chart of the cohort’s sessions shows after this
 * session’s log was written, with the sessions concerned. A run that grows longer stays the task that it is. One that
 * begins at this session and is not there any more is closed; all others wait until somebody has looked, although the
 * limits move with every log. Call it in the log’s own transaction. (§7.7)
 */
export function watchDrift(context: AppContext, tx: Db, actor: Actor, { id, cohortId }: Logged): void {
	// Everything there is to see, whoever writes: the second log is blind for its colleague and not for the chart.
	const review = reviewFidelity({ ...context, db: tx }, CLOCK, cohortId, 'session');
	const falls = review ? fallsOf(review.drift) : [];
	for (const fall of falls) {
		const about = { cohortId, sessionId: fall.sessionIds.at(0)! };
		openTask(context, tx, actor, { kind: 'drift', cause: causeOf(fall), about, words: fall.sentence });
	}
	const standing = falls.map(causeOf);
	for (const rule of [1, 2] as const) {
		const own = causeOf({ rule, sessionIds: [id] });
		if (!standing.includes(own)) closeTaskOfCause(context, tx, actor, own, 'log-changed');
	}
}

function causeOf({ rule, sessionIds }: Pick<Fall, 'rule' | 'sessionIds'>): string {
	return `drift ${rule} ${sessionIds[0]}`;
}
