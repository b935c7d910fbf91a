import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { type Db, prepareOnce } from '../client.ts';
import { registerEntries, registerRows, takingPartEntries } from '../schema/index.ts';

export function insertRegisterRow(db: Db, row: typeof registerRows.$inferInsert): void {
	db.insert(registerRows).values(row).run();
}

type NewEntry = Omit<typeof registerEntries.$inferInsert, 'sessionId'>;

/**
 * Appends these marks to the history and makes them the current ones, in two statements however many they are. Call it in
 * the transaction that has read the rows: each entry carries the version after the one that stands.
 */
export function insertMarks(db: Db, sessionId: SessionId, entries: readonly NewEntry[]): void {
	if (entries.length === 0) return;
	prepareOnce(db, 'append marks', prepareAppend).run({ sessionId, entries: JSON.stringify(entries) });
	prepareOnce(db, 'make marks current', prepareMakeCurrent).run({ sessionId });
}

/** The entries come as one JSON text, so that one statement serves any number; they are read in the order of the columns. */
function prepareAppend(db: Db) {
	const { sessionId: _, ...columns } = getTableColumns(registerEntries);
	const values = Object.keys(columns).map((name) => sql`value ->> ${name}`);
	const entries = sql`json_each(${sql.placeholder('entries')})`;
	return db
		.insert(registerEntries)
		.select(sql`select ${sql.placeholder('sessionId')}, ${sql.join(values, sql`, `)} from ${entries}`)
		.prepare();
}

function prepareMakeCurrent(db: Db) {
	return db
		.update(registerRows)
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
				eq(registerRows.sessionId, sql.placeholder('sessionId')),
				eq(registerEntries.sessionId, registerRows.sessionId),
				eq(registerEntries.enrolmentId, registerRows.enrolmentId),
				eq(registerEntries.version, sql`${registerRows.version} + 1`),
			),
		)
		.prepare();
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

/** Appends these answers as the ones that stand; every version before them is kept. */
export function insertTakingPart(db: Db, entries: readonly (typeof takingPartEntries.$inferInsert)[]): void {
	if (entries.length > 0) {
		db.insert(takingPartEntries)
			.values([...entries])
			.run();
	}
}
