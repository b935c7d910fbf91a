import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { MessageKind } from '#app/domain/reminders/message-kinds.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { outbox } from '../../schema/index.ts';

type Which = { readonly sessionId: SessionId; readonly kind: MessageKind; readonly timeVersion: number };

/** Whether such a message about the session may have reached anybody. For the rule, whoever asks. */
export function hasLeft(db: Db, { sessionId, kind, timeVersion }: Which): boolean {
	const such = and(eq(outbox.sessionId, sessionId), eq(outbox.kind, kind), eq(outbox.timeVersion, timeVersion));
	const left = or(inArray(outbox.state, ['sent', 'unknown']), isNotNull(outbox.handedOverAt));
	return db.select({ id: outbox.id }).from(outbox).where(and(such, left)).limit(1).get() !== undefined;
}
