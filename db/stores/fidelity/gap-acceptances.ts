import { and, eq, isNull } from 'drizzle-orm';
import type { GapAcceptanceId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { gapAcceptances } from '../../schema/index.ts';

/** Adds that somebody accepted a gap as it is. */
export function insertGapAcceptance(db: Db, row: typeof gapAcceptances.$inferInsert): void {
	db.insert(gapAcceptances).values(row).run();
}

/** Takes an acceptance back that stands; it is kept, with who did. */
export function endGapAcceptance(
	db: Db,
	id: GapAcceptanceId,
	taken: Required<Pick<typeof gapAcceptances.$inferInsert, 'takenBackAt' | 'takenBackBy'>>,
): boolean {
	return db.update(gapAcceptances).set(taken).where(stands(id)).run().changes === 1;
}

/** Ends an acceptance that stands, because what it was for is gone or has become more; it is kept. */
export function outgrowGapAcceptance(db: Db, id: GapAcceptanceId, endedAt: Instant): void {
	db.update(gapAcceptances).set({ endedAt }).where(stands(id)).run();
}

function stands(id: GapAcceptanceId) {
	return and(eq(gapAcceptances.id, id), isNull(gapAcceptances.takenBackAt), isNull(gapAcceptances.endedAt));
}
