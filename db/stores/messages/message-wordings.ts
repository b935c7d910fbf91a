import { and, eq, isNull } from 'drizzle-orm';
import type { WordingKey } from '#app/domain/reminders/wording/wording.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { messageWordings } from '../../schema/index.ts';

/** Keeps words that were approved; end those before in the same transaction. */
export function insertWording(db: Db, row: typeof messageWordings.$inferInsert): void {
	db.insert(messageWordings).values(row).run();
}

/** Ends what is in use for this message, if anything is. */
export function endWording(db: Db, { kind, channel, language }: WordingKey, endedBy: StaffId, endedAt: Instant): void {
	db.update(messageWordings)
		.set({ endedBy, endedAt })
		.where(
			and(
				eq(messageWordings.kind, kind),
				eq(messageWordings.channel, channel),
				eq(messageWordings.language, language),
				isNull(messageWordings.endedAt),
			),
		)
		.run();
}
