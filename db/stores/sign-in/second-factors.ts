import { and, eq, isNull } from 'drizzle-orm';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { recoveryCodes, secondFactors } from '../../schema/index.ts';

type SecondFactor = Partial<Omit<typeof secondFactors.$inferInsert, 'staffId'>>;

/** Changes what the account has of a second factor, from nothing if need be. */
export function saveSecondFactor(db: Db, staffId: StaffId, change: SecondFactor): void {
	db.insert(secondFactors)
		.values({ staffId, ...change })
		.onConflictDoUpdate({ target: secondFactors.staffId, set: change })
		.run();
}

/** Takes the second factor away, its recovery codes with it. */
export function deleteSecondFactor(db: Db, staffId: StaffId): void {
	db.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId)).run();
	db.delete(secondFactors).where(eq(secondFactors.staffId, staffId)).run();
}

/** Puts these recovery codes in the place of all before. */
export function replaceRecoveryCodes(
	db: Db,
	staffId: StaffId,
	codeHashes: readonly string[],
	createdAt: Instant,
): void {
	db.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId)).run();
	for (const codeHash of codeHashes) db.insert(recoveryCodes).values({ staffId, codeHash, createdAt }).run();
}

/** Uses a recovery code up; false when there is none, or it was used. */
export function spendRecoveryCode(db: Db, staffId: StaffId, codeHash: string, usedAt: Instant): boolean {
	const unused = and(
		eq(recoveryCodes.staffId, staffId),
		eq(recoveryCodes.codeHash, codeHash),
		isNull(recoveryCodes.usedAt),
	);
	return db.update(recoveryCodes).set({ usedAt }).where(unused).run().changes === 1;
}
