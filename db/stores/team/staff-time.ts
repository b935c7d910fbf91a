import { eq } from 'drizzle-orm';
import type { AccreditationId, LeaveId, StaffId } from '#app/domain/shared/ids.ts';
import type { Hours } from '#app/domain/team/staff-time.ts';
import type { Db } from '../../client.ts';
import { staffAccreditations, staffAvailability, staffLeave } from '../../schema/index.ts';

export function insertAccreditation(db: Db, row: typeof staffAccreditations.$inferInsert): void {
	db.insert(staffAccreditations).values(row).run();
}

export function deleteAccreditation(db: Db, id: AccreditationId): void {
	db.delete(staffAccreditations).where(eq(staffAccreditations.id, id)).run();
}

/** Puts these hours in the place of those before. */
export function replaceHours(db: Db, staffId: StaffId, hours: readonly Hours[]): void {
	db.delete(staffAvailability).where(eq(staffAvailability.staffId, staffId)).run();
	for (const { weekday, fromTime, toTime } of hours) {
		db.insert(staffAvailability).values({ staffId, weekday, fromTime, toTime }).run();
	}
}

export function insertLeave(db: Db, row: typeof staffLeave.$inferInsert): void {
	db.insert(staffLeave).values(row).run();
}

export function deleteLeave(db: Db, id: LeaveId): void {
	db.delete(staffLeave).where(eq(staffLeave.id, id)).run();
}
