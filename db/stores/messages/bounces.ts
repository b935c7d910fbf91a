import type { Db } from '../../client.ts';
import { mailBounces } from '../../schema/index.ts';

/** Keeps that a message came back; ask first whether that is known. */
export function insertBounce(db: Db, bounce: typeof mailBounces.$inferInsert): void {
	db.insert(mailBounces).values(bounce).run();
}
