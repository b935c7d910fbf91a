import { and, eq, isNull } from 'drizzle-orm';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { calendarFeeds } from '../../schema/index.ts';

export function insertCalendarFeed(db: Db, row: typeof calendarFeeds.$inferInsert): void {
	db.insert(calendarFeeds).values(row).run();
}

/** Ends every calendar address of this member of staff. */
export function endCalendarFeeds(db: Db, staffId: StaffId, now: Instant): void {
	db.update(calendarFeeds)
		.set({ revokedAt: now })
		.where(and(eq(calendarFeeds.staffId, staffId), isNull(calendarFeeds.revokedAt)))
		.run();
}
