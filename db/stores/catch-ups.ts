import { and, eq } from 'drizzle-orm';
import type { EnrolmentId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { catchUpStaff, catchUps } from '../schema/index.ts';

/** Says who of the team delivers a catch-up. */
export function insertCatchUpStaff(db: Db, sessionId: SessionId, staffIds: readonly StaffId[]): void {
	db.insert(catchUpStaff)
		.values(staffIds.map((staffId) => ({ sessionId, staffId })))
		.run();
}

/** Keeps that a plan was made up for; a second catch-up of the same plan changes nothing, because it counts once. */
export function insertCatchUp(db: Db, row: typeof catchUps.$inferInsert): void {
	db.insert(catchUps).values(row).onConflictDoNothing().run();
}

/** Takes back that this catch-up made up for a plan; what another one did stays. */
export function deleteCatchUp(db: Db, enrolmentId: EnrolmentId, sessionId: SessionId): void {
	db.delete(catchUps)
		.where(and(eq(catchUps.enrolmentId, enrolmentId), eq(catchUps.sessionId, sessionId)))
		.run();
}
