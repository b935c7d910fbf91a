import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { ConcernId, EnrolmentId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listOwnConcerns } from '#db/queries/attendance/concerns.ts';
import type { SessionDay } from '#db/queries/session-day.ts';
import { insertConcern } from '#db/stores/tasks.ts';
import { openTask } from '../tasks/open-task.ts';

/**
 * Notes that these people concerned the actor at the session, and opens a task of the leads’ for each at once, so that
 * nothing is lost when it is never described; who was ticked before stays as they are. Call it inside the transaction of the
 * register, for people who are on it. Refused before the start and for who may raise none (§5.7).
 */
export function raiseConcerns(
	context: AppContext,
	tx: Db,
	actor: Actor,
	{ day, ticked }: { readonly day: SessionDay; readonly ticked: readonly EnrolmentId[] },
): Outcome<readonly EnrolmentId[], 'concern-not-taken'> {
	if (ticked.length === 0) return done([]);
	const now = context.clock.now();
	const { session, cohort } = day;
	if (actor.kind !== 'staff' || !day.may('write', 'concern') || !hasStarted(session, now)) {
		return refused('concern-not-taken');
	}
	const before = new Set(listOwnConcerns(tx, actor, session.id).map(({ enrolmentId }) => enrolmentId));
	const raised = [...new Set(ticked)].filter((enrolmentId) => !before.has(enrolmentId));
	for (const enrolmentId of raised) {
		const id = context.ids.next<ConcernId>();
		const about = { cohortId: cohort.id, enrolmentId, sessionId: session.id };
		const taskId = openTask(context, tx, actor, { kind: 'concern', cause: `concern:${id}:0`, about });
		insertConcern(tx, {
			...{ id, sessionId: session.id, enrolmentId, taskId },
			...{ raisedBy: actor.staffId, raisedAt: now },
		});
	}
	return done(raised);
}
