import { and, eq } from 'drizzle-orm';
import type { MessageId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { outbox } from '../schema/index.ts';

/** Adds a message unless this person, session, kind and version of the time has one; false when it has. */
export function insertMessage(db: Db, row: typeof outbox.$inferInsert): boolean {
	const { changes } = db.insert(outbox).values(row).onConflictDoNothing().run();
	return changes === 1;
}

/** Changes the message if it still has this version; false when another sender was faster. */
export function updateMessage(
	db: Db,
	{ id, version }: { readonly id: MessageId; readonly version: number },
	change: Partial<typeof outbox.$inferInsert>,
): boolean {
	const { changes } = db
		.update(outbox)
		.set({ ...change, version: version + 1 })
		.where(and(eq(outbox.id, id), eq(outbox.version, version)))
		.run();
	return changes === 1;
}
