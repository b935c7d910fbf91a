import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import {
	type CallOutcome,
	type CallRefusal,
	type CallSaid,
	checkCall,
	isSaidAgain,
} from '#app/domain/reminders/texts/call.ts';
import type { Id, MessageId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { TaskOutcome } from '#app/domain/tasks/task-outcomes.ts';
import type { Db } from '#db/client.ts';
import { findMessageToRing, listCallDetails, listCallsAbout } from '#db/queries/messages/calls.ts';
import { findTask } from '#db/queries/tasks/tasks.ts';
import { insertCall } from '#db/stores/messages/message-calls.ts';
import { updateMessage } from '#db/stores/outbox.ts';
import { audited } from '../../audit/audited.ts';
import { settleWithin } from '../../tasks/settle-task.ts';
import { LET_GO } from '../let-go.ts';
import { momentOf } from '../moment-of.ts';
import { replan } from '../replan.ts';

/** What the call means for the task that asked for it; it stays open for who was not reached. */
const SETTLES: Partial<Readonly<Record<CallOutcome, TaskOutcome>>> = {
	reached: 'reached',
	'message-left': 'message-left',
	'not-rung': 'no-action',
};

/**
 * Says what came of ringing somebody in the place of a message, judged as the message would be at the moment of the call.
 * Told, the message counts as sent then; not reached, it waits on; that nobody rings ends it. What the task for it asked is
 * done with it. Refused for who may not read the contact or not decide on messages, and as the rule says. Twice is once.
 */
export function recordCall(
	context: AppContext,
	actor: StaffActor,
	{ id, ...said }: CallSaid & { readonly id: MessageId },
): Outcome<undefined, 'not-found' | CallRefusal> {
	return audited(context, { actor, action: 'call-recorded', record: ['message', id] }, (tx, tell) => {
		const now = context.clock.now();
		const message = findMessageToRing(tx, actor, { id, ...momentOf(context) }, 'write');
		if (!message) return refused('not-found');
		tell({ people: [message.personId], details: { outcome: said.outcome } });
		if (isSaidAgain(listCallsAbout(tx, [id]), said, { by: actor.staffId, now })) return done();
		const checked = checkCall(message, said, now);
		if (!checked.done) return checked;
		const { state, contact } = checked.value;
		const at = contact ? said.rungAt : now;
		const call = { id: context.ids.next<Id<'call'>>(), messageId: id, at, by: actor.staffId, recordedAt: now };
		insertCall(tx, { ...call, outcome: said.outcome, safeContactId: contact?.id ?? null, note: said.note });
		if (state === 'sent' && contact) {
			const told = { sentAt: at, handedOverAt: at, safeContactId: contact.id, sentTo: contact.address };
			updateMessage(tx, message, { ...LET_GO, ...told, state, reason: null });
		}
		if (state === 'failed') updateMessage(tx, message, { state, reason: 'not-rung' });
		settleTaskOf(context, tx, actor, id, said);
		replan(context, tx, { sessionId: message.sessionId });
		return done();
	});
}

/** A task that the actor may not do is closed with the others whose message waits no more. */
function settleTaskOf(context: AppContext, tx: Db, actor: StaffActor, id: MessageId, said: CallSaid): void {
	const outcome = SETTLES[said.outcome];
	const [details] = listCallDetails(tx, actor, [id]);
	const task = outcome && details?.taskId ? findTask(tx, actor, details.taskId, 'write') : null;
	if (outcome && task) settleWithin(context, tx, actor, task, { outcome, note: said.note });
}
