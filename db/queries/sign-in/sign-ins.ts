import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { signIns, staff } from '../../schema/index.ts';

/** Everywhere that this account is signed in now, the last used first; those on their way to a second factor included. */
export function listSignIns(db: Db, staffId: StaffId, now: Instant) {
	return db
		.select()
		.from(signIns)
		.where(and(eq(signIns.staffId, staffId), isNull(signIns.endedAt), gt(signIns.expiresAt, now)))
		.orderBy(desc(signIns.lastSeenAt), desc(signIns.createdAt))
		.all();
}

/**
 * Whose sign-in this was, when nothing but time has ended it and no longer ago than `since`. Null when its owner signed
 * out, somebody ended it, or the account is not active: such a cookie stands for nobody any more.
 */
export function findLapsedSignIn(db: Db, tokenHash: string, since: Instant) {
	return (
		db
			.select({ staffId: signIns.staffId })
			.from(signIns)
			.innerJoin(staff, eq(staff.id, signIns.staffId))
			.where(
				and(
					eq(signIns.tokenHash, tokenHash),
					isNull(signIns.endedAt),
					gt(signIns.expiresAt, since),
					eq(staff.state, 'active'),
				),
			)
			.get() ?? null
	);
}
