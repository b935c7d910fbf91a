import { count, eq } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { agreedNotes, debriefNotes, supervisionEntries } from '../schema/index.ts';

/** A new version of somebody’s note; the versions before it stay as they are. */
export function insertDebriefNote(db: Db, note: typeof debriefNotes.$inferInsert): void {
	db.insert(debriefNotes).values(note).run();
}

/** A new version of what is agreed of a session’s logs; the versions before it stay as they are. */
export function insertAgreedNote(db: Db, note: typeof agreedNotes.$inferInsert): void {
	db.insert(agreedNotes).values(note).run();
}

/** Adds to what happened to the wish to bring a session to supervision. Call it in the transaction of the change itself. */
export function appendSupervisionEntry(db: Db, entry: Omit<typeof supervisionEntries.$inferInsert, 'number'>): void {
	const of = eq(supervisionEntries.sessionId, entry.sessionId);
	const before = db.select({ entries: count() }).from(supervisionEntries).where(of).get();
	db.insert(supervisionEntries)
		.values({ ...entry, number: (before?.entries ?? 0) + 1 })
		.run();
}
