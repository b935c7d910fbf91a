import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type ActionRefusal, type ActionToAgree, checkAction } from '#app/domain/debrief/debrief.ts';
import { daysBetween } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listAgreedActions } from '#db/queries/debrief/debriefs.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { audited } from '../audit/audited.ts';
import { listHolders } from '../tasks/give-task.ts';
import { openTask } from '../tasks/open-task.ts';

/** Those who may have an action of a debrief: the team of the cohort, the coordinators of its area and side, the leads. */
export function listActionOwners(db: Db, cohortId: CohortId) {
	return listHolders(db, { desk: 'team', cohortId });
}

/**
 * Agrees an action in the debrief of a session: a task with an owner, who is told, and a last day. The same action sent
 * again while it is open, as by a double tap, opens no second one. Refused as `checkAction` says.
 */
export function agreeAction(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, ...action }: ActionToAgree & { readonly sessionId: SessionId },
): Outcome<{ readonly isNew: boolean }, 'not-found' | ActionRefusal> {
	const now = context.clock.now();
	return audited(context, { actor, action: 'debrief-action-agreed', record: ['session', sessionId] }, (tx, tell) => {
		const day = findSessionDay(tx, actor, sessionId, 'write', 'debrief.actions');
		if (!day) return refused('not-found');
		const holders = listActionOwners(tx, day.cohort.id).map(({ staffId }) => staffId);
		const checked = checkAction(day.session, action, holders, now);
		if (!checked.done) return checked;
		const ownerId = checked.value;
		const agreed = listAgreedActions(tx, actor, sessionId);
		const isThere = agreed.some(
			(one) =>
				one.state === 'open' && one.words === action.words && one.ownerId === ownerId && one.dueOn === action.dueOn,
		);
		if (isThere) return done({ isNew: false });
		const task = openTask(context, tx, actor, {
			kind: 'debrief-action',
			cause: `debrief ${sessionId} ${agreed.length + 1}`,
			about: { cohortId: day.cohort.id, sessionId },
			ownerId,
			words: action.words,
			withinDays: daysBetween(dayOf(now), action.dueOn),
		});
		tell({ details: { task, owner: ownerId } });
		return done({ isNew: true });
	});
}
