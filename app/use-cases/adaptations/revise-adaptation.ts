import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import {
	checkAdaptation,
	checkRevision,
	type SaidAdaptation,
	saysTheSame,
} from '#app/domain/fidelity/adaptation-records.ts';
import type { AdaptationId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import {
	insertAdaptation,
	insertAdaptationCorrection,
	insertAdaptationWithdrawal,
} from '#db/stores/fidelity/adaptations.ts';
import { audited } from '../audit/audited.ts';
import { askForDecision, closeProposal } from './proposal-task.ts';
import { findOwnAdaptation } from './read-own-adaptation.ts';
import { contextOf } from './record-adaptation.ts';

type Revised = { readonly sessionId: SessionId; readonly adaptationId: AdaptationId; readonly why: string | null };
type Refusal = 'not-found' | 'changed-meanwhile' | 'reason-needed' | 'nothing-changed';

/**
 * Says anew what is changed in a session, with a reason: another record stands in place of the first, which is kept with
 * whatever a lead decided of it. Before the session’s start it is a proposal that waits for a decision again; from then on it
 * was not decided on beforehand, so it is unplanned. Refused for whoever did not write it or does not deliver the session any
 * more (`not-found`), as `checkRevision` says, and as `checkAdaptation` says. (§7.5)
 */
export function correctAdaptation(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, adaptationId, why, ...said }: SaidAdaptation & Revised,
): Outcome<{ readonly id: AdaptationId }, Refusal | 'session-cancelled' | 'faulty-adaptation'> {
	const recordedAt = context.clock.now();
	return audited(context, { actor, action: 'adaptation-corrected', record: ['session', sessionId] }, (tx, tell) => {
		const own = findOwnAdaptation({ ...context, db: tx }, actor, { sessionId, adaptationId });
		if (!own) return refused('not-found');
		const reason = checkRevision(own.adaptation.standing, { reason: why, isSame: saysTheSame(said, own.adaptation) });
		if (!reason.done) return reason;
		const checked = checkAdaptation(said, contextOf(context, own.day), own.day.session, recordedAt);
		if (!checked.done) return checked;
		const id = context.ids.next<AdaptationId>();
		insertAdaptation(tx, { id, sessionId, ...checked.value, recordedAt, recordedBy: actor.staffId });
		insertAdaptationCorrection(tx, { adaptationId: id, corrects: adaptationId, reason: reason.value });
		closeProposal(context, tx, actor, adaptationId, 'adaptation-corrected');
		askForDecision(context, tx, actor, { id, adaptation: checked.value, session: own.day.session });
		tell({ details: { adaptation: id, corrects: adaptationId, planned: checked.value.planned } });
		return done({ id });
	});
}

/**
 * Takes back what was written, with a reason: it counts nowhere any more and stays in the history. Refused for whoever did
 * not write it or does not deliver the session any more (`not-found`), and as `checkRevision` says.
 */
export function withdrawAdaptation(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, adaptationId, why }: Revised,
): Outcome<undefined, Refusal> {
	const withdrawnAt = context.clock.now();
	return audited(context, { actor, action: 'adaptation-withdrawn', record: ['session', sessionId] }, (tx: Db, tell) => {
		const own = findOwnAdaptation({ ...context, db: tx }, actor, { sessionId, adaptationId });
		if (!own) return refused('not-found');
		const reason = checkRevision(own.adaptation.standing, { reason: why, isSame: false });
		if (!reason.done) return reason;
		const withdrawnBy = actor.staffId;
		insertAdaptationWithdrawal(tx, { adaptationId, reason: reason.value, withdrawnAt, withdrawnBy });
		closeProposal(context, tx, actor, adaptationId, 'adaptation-withdrawn');
		tell({ details: { adaptation: adaptationId } });
		return done();
	});
}
