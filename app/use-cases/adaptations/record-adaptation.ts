import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { checkAdaptation, type SaidAdaptation } from '#app/domain/fidelity/adaptation-records.ts';
import type { AdaptationContext } from '#app/domain/fidelity/frame.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { AdaptationId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findSessionDay, type SessionDay } from '#db/queries/session-day.ts';
import { insertAdaptation } from '#db/stores/fidelity/adaptations.ts';
import { audited } from '../audit/audited.ts';
import { askForDecision } from './proposal-task.ts';

/**
 * Writes down what is changed in a session, by FRAME’s eight questions: before its start a proposal that waits for a lead,
 * from then on an unplanned change. Only a lead may call it true to the model that a core activity was left out. Refused
 * for a session that the actor does not deliver (`not-found`), and as `checkAdaptation` says. (§7.5)
 */
export function recordAdaptation(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, ...said }: SaidAdaptation & { readonly sessionId: SessionId },
): Outcome<{ readonly id: AdaptationId }, 'not-found' | 'session-cancelled' | 'faulty-adaptation'> {
	const recordedAt = context.clock.now();
	return audited(context, { actor, action: 'adaptation-recorded', record: ['session', sessionId] }, (tx, tell) => {
		const day = findSessionDay(tx, actor, sessionId, 'write', 'adaptation.record');
		if (!day) return refused('not-found');
		const checked = checkAdaptation(said, contextOf(context, day), day.session, recordedAt);
		if (!checked.done) return checked;
		const id = context.ids.next<AdaptationId>();
		insertAdaptation(tx, { id, sessionId, ...checked.value, recordedAt, recordedBy: actor.staffId });
		askForDecision(context, tx, actor, { id, adaptation: checked.value, session: day.session });
		tell({ details: { adaptation: id, planned: checked.value.planned } });
		return done({ id });
	});
}

/** What the check has to know of the session’s plan and of who writes. */
export function contextOf(
	{ content }: Pick<AppContext, 'content'>,
	{ cohort, session, may }: SessionDay,
): AdaptationContext {
	const { activities } = planNumbered(content.programmeOf(cohort), session.planNumber);
	return { activities, leadAgrees: may('write', 'adaptation.decision') };
}
