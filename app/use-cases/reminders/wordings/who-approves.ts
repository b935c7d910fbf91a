import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { MessageState } from '#app/domain/reminders/message-states.ts';
import { waitsForWords } from '#app/domain/reminders/wording/wording.ts';
import type { Db } from '#db/client.ts';
import { listActiveActors } from '#db/queries/staff.ts';

/** Whether the reader approves the words of messages; who does, by name, for everybody else. */
type WhoApproves = { readonly isReader: boolean; readonly others: readonly string[] };

type Waiting = { readonly state: MessageState; readonly reason: string | null };

/** Who can do something about messages that wait for words, as the reader is told it; null where none of these does. */
export function whoApproves(db: Db, reader: StaffActor, messages: readonly Waiting[]): WhoApproves | null {
	if (!messages.some(waitsForWords)) return null;
	if (mayAtAll(reader, 'write', 'message-wording')) return { isReader: true, others: [] };
	const approvers = listActiveActors(db).filter((one) => mayAtAll(one, 'write', 'message-wording'));
	return { isReader: false, others: approvers.map(({ name }) => name) };
}
