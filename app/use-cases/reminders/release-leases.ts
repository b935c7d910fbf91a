import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { afterLapsedLease } from '#app/domain/reminders/message-lifecycle.ts';
import { listLapsedLeases } from '#db/queries/messages/due-messages.ts';
import { updateMessage } from '#db/stores/outbox.ts';
import { audited } from '../audit/audited.ts';
import { LET_GO } from './let-go.ts';
import { momentOf } from './moment-of.ts';
import { planBeside } from './replan.ts';

/** Lets go of messages whose sender never came back, each as the rule says. Answers how many there were. */
export function releaseLapsedLeases(context: AppContext, actor: Actor): number {
	return audited(context, { actor, action: 'messages-let-go' }, (tx, tell) => {
		const lapsed = listLapsedLeases(tx, actor, momentOf(context));
		tell({ people: lapsed.map(({ personId }) => personId), details: { messages: lapsed.map(({ id }) => id) } });
		for (const message of lapsed) {
			const change = afterLapsedLease(message);
			updateMessage(tx, message, { ...change, ...(change.state === 'unknown' ? {} : LET_GO) });
		}
		for (const message of lapsed) planBeside(context, tx, message);
		return lapsed.length;
	});
}
