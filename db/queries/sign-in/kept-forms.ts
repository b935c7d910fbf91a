import { and, asc, eq, gt } from 'drizzle-orm';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { keptForms } from '../../schema/index.ts';

/**
 * What this person typed in the browser that holds this key and did not save; the oldest first,
 * and nothing of anybody else’s.
 */
export function listKeptForms(db: Db, { staffId, keyHash, now }: { staffId: StaffId; keyHash: string; now: Instant }) {
	return db
		.select()
		.from(keptForms)
		.where(and(eq(keptForms.staffId, staffId), eq(keptForms.keyHash, keyHash), gt(keptForms.expiresAt, now)))
		.orderBy(asc(keptForms.createdAt), asc(keptForms.id))
		.all();
}
