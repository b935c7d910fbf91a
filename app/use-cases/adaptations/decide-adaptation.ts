import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import {
	type AdaptationDecision,
	checkDecision,
	type DecisionRefusal,
} from '#app/domain/fidelity/adaptation-records.ts';
import type { AdaptationId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listAdaptations } from '#db/queries/fidelity/adaptations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { insertAdaptationDecision } from '#db/stores/fidelity/adaptations.ts';
import { audited } from '../audit/audited.ts';
import { notifyStaff } from '../notices/notify-staff.ts';
import { closeProposal } from './proposal-task.ts';

type Decided = {
	readonly sessionId: SessionId;
	readonly adaptationId: AdaptationId;
	readonly decision: AdaptationDecision;
	readonly reason: string | null;
};

/**
 * Approves or declines an adaptation that was proposed, before its session starts; who proposed it is told. Refused for whoever is no lead and for a record
 * of another session (`not-found`), and as `checkDecision` says: what was decided stands. The same again from the same lead
 * writes nothing. (§7.5)
 */
export function decideAdaptation(
	context: AppContext,
	actor: StaffActor,
	{ sessionId, adaptationId, decision, reason }: Decided,
): Outcome<undefined, 'not-found' | DecisionRefusal> {
	const decidedAt = context.clock.now();
	return audited(context, { actor, action: 'adaptation-decided', record: ['session', sessionId] }, (tx, tell) => {
		if (!findSessionDay(tx, actor, sessionId, 'write', 'adaptation.decision')) return refused('not-found');
		const found = listAdaptations(tx, actor, sessionId, decidedAt).find(({ id }) => id === adaptationId);
		if (!found) return refused('not-found');
		const isYours = found.deciderId === actor.staffId;
		if (isYours && found.standing === decision && found.decisionReason === reason) return done();
		const isOwn = found.recordedBy === actor.staffId;
		const checked = checkDecision(found.standing, { isOwn, decision, reason });
		if (!checked.done) return refused(checked.code, { ...checked.details, isYours });
		insertAdaptationDecision(tx, { adaptationId, decision, reason, decidedAt, decidedBy: actor.staffId });
		closeProposal(context, tx, actor, adaptationId, 'adaptation-decided');
		notifyStaff(context, tx, [found.recordedBy], { kind: 'adaptation-decided', aboutId: adaptationId });
		tell({ details: { adaptation: adaptationId, decision } });
		return done();
	});
}
