import { eq } from 'drizzle-orm';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { staffIdentities } from '../../schema/index.ts';

export function insertIdentity(db: Db, row: typeof staffIdentities.$inferInsert): void {
	db.insert(staffIdentities).values(row).run();
}

/** Unlinks everything that the account was linked to. */
export function deleteIdentities(db: Db, staffId: StaffId): void {
	db.delete(staffIdentities).where(eq(staffIdentities.staffId, staffId)).run();
}
