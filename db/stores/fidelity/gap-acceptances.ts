import { and, eq, isNull } from 'drizzle-orm';
import type { GapAcceptanceId } from '#app/domain/shared/ids.ts';
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
	const stands = and(eq(gapAcceptances.id, id), isNull(gapAcceptances.takenBackAt));
	return db.update(gapAcceptances).set(taken).where(stands).run().changes === 1;
}
