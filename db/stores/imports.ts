import { and, eq, inArray, or } from 'drizzle-orm';
import type { ImportId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import {
	catchUps,
	cohortPairs,
	cohorts,
	enrolments,
	familyMembers,
	imports,
	meetingSlots,
	nonAssociations,
	outbox,
	people,
	referrers,
	registerEntries,
	registerRows,
	restrictedPeople,
	restrictedReaders,
	safeContacts,
	sessionObservers,
	sessions,
	sessionTimes,
	skippedWeeks,
	taskEntries,
	tasks,
	teamMembers,
} from '../schema/index.ts';

export function insertImport(db: Db, row: typeof imports.$inferInsert): void {
	db.insert(imports).values(row).run();
}

/** Changes the import if it still has this version; false when somebody else changed it first. */
export function updateImport(
	db: Db,
	id: ImportId,
	version: number,
	change: Partial<typeof imports.$inferInsert>,
): boolean {
	const { changes } = db
		.update(imports)
		.set({ ...change, version: version + 1 })
		.where(and(eq(imports.id, id), eq(imports.version, version)))
		.run();
	return changes === 1;
}

/** Deletes an import that has become nothing yet, and its file with it. */
export function deleteImport(db: Db, id: ImportId): void {
	db.delete(imports).where(eq(imports.id, id)).run();
}

type ImportedRow = Omit<typeof registerRows.$inferInsert, 'sessionId' | 'version'>;

/** A register as it came from paper: every row, and each mark as the first entry of its history. */
export function insertImportedRegister(db: Db, sessionId: SessionId, rows: readonly ImportedRow[]): void {
	if (rows.length === 0) return;
	db.insert(registerRows)
		.values(rows.map((row) => ({ ...row, sessionId, version: 1 })))
		.run();
	const entries = rows.flatMap(({ expected: _, markedAt, ...entry }) =>
		markedAt ? [{ ...entry, markedAt, sessionId, version: 1 }] : [],
	);
	if (entries.length > 0) db.insert(registerEntries).values(entries).run();
}

/** A time that the session had before the one that stands. */
export function insertEarlierTime(db: Db, row: typeof sessionTimes.$inferInsert): void {
	db.insert(sessionTimes).values(row).run();
}

export function insertCatchUps(db: Db, rows: readonly (typeof catchUps.$inferInsert)[]): void {
	if (rows.length > 0)
		db.insert(catchUps)
			.values([...rows])
			.run();
}

/** Deletes the cohort that an import made with its past, and its people; only what nothing else is built upon. */
export function deleteImported(db: Db, importId: ImportId): void {
	const cohortIds = db.select({ id: cohorts.id }).from(cohorts).where(eq(cohorts.importId, importId));
	const sessionIds = db.select({ id: sessions.id }).from(sessions).where(inArray(sessions.cohortId, cohortIds));
	const enrolmentIds = db.select({ id: enrolments.id }).from(enrolments).where(inArray(enrolments.cohortId, cohortIds));
	db.delete(outbox)
		.where(or(inArray(outbox.sessionId, sessionIds), inArray(outbox.enrolmentId, enrolmentIds)))
		.run();
	const taskIds = db.select({ id: tasks.id }).from(tasks).where(inArray(tasks.cohortId, cohortIds));
	db.delete(taskEntries).where(inArray(taskEntries.taskId, taskIds)).run();
	db.delete(tasks).where(inArray(tasks.cohortId, cohortIds)).run();
	db.delete(registerEntries).where(inArray(registerEntries.sessionId, sessionIds)).run();
	db.delete(registerRows).where(inArray(registerRows.sessionId, sessionIds)).run();
	db.delete(catchUps).where(inArray(catchUps.enrolmentId, enrolmentIds)).run();
	db.delete(sessionTimes).where(inArray(sessionTimes.sessionId, sessionIds)).run();
	db.delete(sessionObservers).where(inArray(sessionObservers.sessionId, sessionIds)).run();
	db.delete(sessions).where(inArray(sessions.cohortId, cohortIds)).run();
	db.delete(referrers).where(inArray(referrers.enrolmentId, enrolmentIds)).run();
	db.delete(enrolments).where(inArray(enrolments.cohortId, cohortIds)).run();
	deletePeople(db, importId);
	for (const part of [meetingSlots, skippedWeeks, teamMembers]) {
		db.delete(part).where(inArray(part.cohortId, cohortIds)).run();
	}
	db.delete(cohortPairs)
		.where(or(inArray(cohortPairs.perpetratorCohortId, cohortIds), inArray(cohortPairs.survivorCohortId, cohortIds)))
		.run();
	db.delete(cohorts).where(eq(cohorts.importId, importId)).run();
}

/**
 * Deletes the people of an import, with what others noted of them and with addresses that were refused: neither must tell by
 * a refusal that it is there.
 */
function deletePeople(db: Db, importId: ImportId): void {
	const personIds = db.select({ id: people.id }).from(people).where(eq(people.importId, importId));
	for (const part of [safeContacts, familyMembers, restrictedReaders, restrictedPeople]) {
		db.delete(part).where(inArray(part.personId, personIds)).run();
	}
	db.delete(nonAssociations)
		.where(or(inArray(nonAssociations.personId, personIds), inArray(nonAssociations.otherPersonId, personIds)))
		.run();
	db.delete(people).where(eq(people.importId, importId)).run();
}
