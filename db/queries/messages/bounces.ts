import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { MOST_FOR_NOW } from '#app/domain/reminders/bounces.ts';
import type { MessageId, SafeContactId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { mailBounces, outbox } from '../../schema/index.ts';

/** Everything here is for the rule on what came back, never for a page. */

/** Whether it is known that this message came back. */
export function hasBounced(db: Db, messageId: MessageId): boolean {
	const { messageId: known } = mailBounces;
	return db.select({ known }).from(mailBounces).where(eq(known, messageId)).get() !== undefined;
}

/** The latest messages that left by this record, the last first, and whether each came back: as many as the rule asks for. */
export function listLatestBy(db: Db, safeContactId: SafeContactId) {
	return db
		.select({ cameBack: sql<boolean>`${mailBounces.messageId} is not null`.mapWith(Boolean) })
		.from(outbox)
		.leftJoin(mailBounces, eq(mailBounces.messageId, outbox.id))
		.where(and(eq(outbox.safeContactId, safeContactId), isNotNull(outbox.handedOverAt)))
		.orderBy(desc(outbox.handedOverAt), desc(outbox.id))
		.limit(MOST_FOR_NOW)
		.all();
}
