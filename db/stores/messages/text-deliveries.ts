import type { Db } from '../../client.ts';
import { textDeliveries } from '../../schema/index.ts';

/** Keeps what was reported of a text; what was reported before is replaced. */
export function keepTextDelivery(db: Db, row: typeof textDeliveries.$inferInsert): void {
	db.insert(textDeliveries).values(row).onConflictDoUpdate({ target: textDeliveries.messageId, set: row }).run();
}
