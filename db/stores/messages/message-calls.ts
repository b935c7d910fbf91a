import type { Db } from '../../client.ts';
import { messageCalls } from '../../schema/index.ts';

/** Keeps what came of ringing somebody. */
export function insertCall(db: Db, row: typeof messageCalls.$inferInsert): void {
	db.insert(messageCalls).values(row).run();
}
