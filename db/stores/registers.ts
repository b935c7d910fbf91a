import { and, eq, inArray, sql } from 'drizzle-orm';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { registerEntries, registerRows } from '../schema/index.ts';

export function insertRegisterRow(db: Db, row: typeof registerRows.$inferInsert): void {
	db.insert(registerRows).values(row).run();
}

type NewEntry = typeof registerEntries.$inferInsert;

/**
 * Appends these marks to the history and makes them the current ones, in two statements however many they are. Call it in
 * the transaction that has read the rows: each entry carries the version after the one that stands.
 */
export function insertMarks(db: Db, sessionId: SessionId, entries: readonly Omit<NewEntry, 'sessionId'>[]): void {
	if (entries.length === 0) return;
	db.insert(registerEntries)
		.values(entries.map((entry) => ({ ...entry, sessionId })))
		.run();
	db.update(registerRows)
		.set({
			mark: sql`${registerEntries.mark}`,
			minutes: sql`${registerEntries.minutes}`,
			reason: sql`${registerEntries.reason}`,
			note: sql`${registerEntries.note}`,
			markedAt: sql`${registerEntries.markedAt}`,
			markedBy: sql`${registerEntries.markedBy}`,
			version: sql`${registerEntries.version}`,
		})
		.from(registerEntries)
		.where(
			and(
				eq(registerRows.sessionId, sessionId),
				eq(registerEntries.sessionId, sessionId),
				eq(registerEntries.enrolmentId, registerRows.enrolmentId),
				eq(registerEntries.version, sql`${registerRows.version} + 1`),
			),
		)
		.run();
}

/** Takes a person off the registers of these sessions; what the rows say is kept. */
export function expectNoLonger(db: Db, enrolmentId: EnrolmentId, sessionIds: readonly SessionId[]): void {
	setExpected(db, enrolmentId, sessionIds, false);
}

/** Puts a person back on the registers of these sessions. */
export function expectAgain(db: Db, enrolmentId: EnrolmentId, sessionIds: readonly SessionId[]): void {
	setExpected(db, enrolmentId, sessionIds, true);
}

function setExpected(db: Db, enrolmentId: EnrolmentId, sessionIds: readonly SessionId[], expected: boolean): void {
	db.update(registerRows)
		.set({ expected })
		.where(and(eq(registerRows.enrolmentId, enrolmentId), inArray(registerRows.sessionId, [...sessionIds])))
		.run();
}
