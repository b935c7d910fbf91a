import { and, count, eq, isNull } from 'drizzle-orm';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { recoveryCodes, secondFactors } from '../../schema/index.ts';

/**
 * What an account has of a second factor; null when it never began to set one up. Asked by use
 * cases of their own account only.
 */
export function findSecondFactor(db: Db, staffId: StaffId) {
	return db.select().from(secondFactors).where(eq(secondFactors.staffId, staffId)).get() ?? null;
}

/** How many recovery codes of the account are still unused. */
export function countRecoveryCodes(db: Db, staffId: StaffId): number {
	const unused = and(eq(recoveryCodes.staffId, staffId), isNull(recoveryCodes.usedAt));
	return db.select({ number: count() }).from(recoveryCodes).where(unused).get()!.number;
}
