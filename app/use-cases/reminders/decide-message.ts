import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { MessageDecision } from '#app/domain/reminders/cause-of-message.ts';
import { OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findMessage, type MessageRow } from '#db/queries/outbox.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { updateMessage } from '#db/stores/outbox.ts';
import { audited } from '../audit/audited.ts';
import { replan } from './replan.ts';

type Decided = { readonly id: MessageId; readonly decision: MessageDecision };

/**
 * Approves or declines a message that leaves only so; the rule judges it again at once and when it leaves. May be changed
 * for as long as it has not left. Refused for who may not see its words, and when it left or ended meanwhile (§8.1).
 */
export function decideMessage(
	context: AppContext,
	actor: StaffActor,
	{ id, decision }: Decided,
): Outcome<undefined, 'not-found' | 'not-open'> {
	return audited(context, { actor, action: 'message-decided', record: ['message', id] }, (tx, tell) => {
		const message = findMessage(tx, actor, id);
		if (!message || !mayDecide(tx, actor, message)) return refused('not-found');
		tell({ people: [message.personId], details: { decision } });
		if (!canBeDecided(message)) return refused('not-open');
		const decided = { decision, decidedAt: context.clock.now(), decidedBy: actor.staffId };
		if (!updateMessage(tx, message, decided)) return refused('not-open');
		replan(context, tx, { sessionId: message.sessionId });
		return done();
	});
}

/** Whether the actor decides on messages of this one's cohort, and is shown its words. */
export function mayDecide(db: Db, actor: StaffActor, message: MessageRow): boolean {
	return message.showsWords === 1 && mayOn(db, actor, 'write', 'message-decision', message.cohortId);
}

/** Whether it waits for somebody's word, or may have another. */
export function canBeDecided({ kind, state, reason }: Pick<MessageRow, 'kind' | 'state' | 'reason'>): boolean {
	if (kind !== 'missed-you' || !OPEN_STATES.some((open) => open === state)) return false;
	return state === 'blocked' || state === 'queued' || reason === 'declined';
}
