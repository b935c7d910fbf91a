import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { registerEntries, registerRows } from '../schema/index.ts';

export function insertRegisterRow(db: Db, row: typeof registerRows.$inferInsert): void {
	db.insert(registerRows).values(row).run();
}

type NewEntry = typeof registerEntries.$inferInsert;

/**
 * Appends a mark to the history and makes it the current one, if the row still has the version that the mark was made
 * upon; false when a colleague's mark came first.
 */
export function insertMark(db: Db, entry: Omit<NewEntry, 'version'>, onVersion: number): boolean {
	const { sessionId, enrolmentId, mark, minutes, reason, note, markedAt, markedBy } = entry;
	const version = onVersion + 1;
	const { changes } = db
		.update(registerRows)
		.set({ mark, minutes, reason, note, markedAt, markedBy, version })
		.where(
			and(
				eq(registerRows.sessionId, sessionId),
				eq(registerRows.enrolmentId, enrolmentId),
				eq(registerRows.version, onVersion),
			),
		)
		.run();
	if (changes === 1) db.insert(registerEntries).values({ ...entry, version }).run();
	return changes === 1;
}

/** Takes a person off the registers of these sessions, where nothing was recorded yet. */
export function expectNoLonger(db: Db, enrolmentId: EnrolmentId, sessionIds: readonly SessionId[]): void {
	db.update(registerRows)
		.set({ expected: false })
		.where(
			and(eq(registerRows.enrolmentId, enrolmentId), inArray(registerRows.sessionId, [...sessionIds]), isNull(registerRows.mark)),
		)
		.run();
}
