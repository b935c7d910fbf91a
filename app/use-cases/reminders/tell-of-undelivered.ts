import type { AppContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { whyCauseIsGone } from '#app/domain/reminders/cause-of-message.ts';
import { UNDELIVERED_SENTENCES, type UndeliveredReason } from '#app/domain/reminders/texts/text-delivery.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import type { MessageToJudge } from '#db/queries/reminder-facts.ts';
import { closeTaskOfCause, openTask } from '../tasks/open-task.ts';

/**
 * Asks the team to tell somebody what a text of theirs did not, once for each text. None where what it was about is not so any
 * more, as when the register says already that they came. Inside the transaction in which it was learnt.
 */
export function tellOfUndelivered(
	context: AppContext,
	tx: Db,
	message: Pick<MessageToJudge, 'id' | 'cohortId' | 'enrolmentId' | 'sessionId' | 'facts'>,
	reason: UndeliveredReason,
): void {
	const { id, cohortId, enrolmentId, sessionId, facts } = message;
	if (whyCauseIsGone(facts)) return;
	const about = { cohortId, enrolmentId, sessionId };
	const words = UNDELIVERED_SENTENCES[reason];
	openTask(context, tx, CLOCK, { kind: 'message-undelivered', cause: causeOfUndelivered(id), about, words });
}

/** It arrived after all: nobody has to tell them any more. In the same transaction. */
export function closeUndelivered(context: AppContext, tx: Db, id: MessageId): void {
	closeTaskOfCause(context, tx, CLOCK, causeOfUndelivered(id), 'arrived');
}

function causeOfUndelivered(id: MessageId): string {
	return `message-undelivered:${id}`;
}
