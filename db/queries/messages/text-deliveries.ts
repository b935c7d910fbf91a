import { eq } from 'drizzle-orm';
import type { TextDeliveryState } from '#app/domain/reminders/texts/text-delivery.ts';
import type { MessageId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { textDeliveries } from '../../schema/index.ts';

/** What was reported of a text; null where nothing was. For the rule, never for a page. */
export function findTextDelivery(db: Db, messageId: MessageId): TextDeliveryState | null {
	const { state } = textDeliveries;
	const found = db.select({ state }).from(textDeliveries).where(eq(textDeliveries.messageId, messageId)).get();
	return found?.state ?? null;
}
