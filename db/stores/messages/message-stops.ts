import { eq } from 'drizzle-orm';
import type { MessageStopId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { messageStops } from '../../schema/index.ts';

/** Keeps that nothing is sent to the person by itself from now on. */
export function insertStop(db: Db, row: typeof messageStops.$inferInsert): void {
	db.insert(messageStops).values(row).run();
}

/** Ends it; that it was so is kept. */
export function endStop(db: Db, id: MessageStopId, endedBy: StaffId, endedAt: Instant): void {
	db.update(messageStops).set({ endedBy, endedAt }).where(eq(messageStops.id, id)).run();
}
