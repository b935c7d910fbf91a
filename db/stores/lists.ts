import { eq, inArray } from 'drizzle-orm';
import type { Made } from '#app/domain/imports/lists/made.ts';
import type { ImportId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import {
	schoolHolidays,
	staff,
	staffAccreditations,
	staffAreas,
	staffAvailability,
	staffProfiles,
	staffRoles,
	staffSides,
} from '../schema/index.ts';

/** Adds an accreditation that is not there yet; false when it is. */
export function addAccreditation(db: Db, row: typeof staffAccreditations.$inferInsert): boolean {
	return db.insert(staffAccreditations).values(row).onConflictDoNothing().run().changes === 1;
}

/** Adds what a list says of somebody, unless something is known of them already; false when it is. */
export function addProfile(db: Db, row: typeof staffProfiles.$inferInsert): boolean {
	return db.insert(staffProfiles).values(row).onConflictDoNothing().run().changes === 1;
}

/** Sets the hours of somebody who has said none; false when they have, or there are none. */
export function addHours(
	db: Db,
	staffId: StaffId,
	hours: readonly Omit<typeof staffAvailability.$inferInsert, 'staffId'>[],
): boolean {
	const known = db.select().from(staffAvailability).where(eq(staffAvailability.staffId, staffId)).limit(1).get();
	if (known || hours.length === 0) return false;
	db.insert(staffAvailability)
		.values(hours.map((row) => ({ ...row, staffId })))
		.run();
	return true;
}

/** Deletes what a list of facilitators made; only what nothing else is built upon. Hours that were `changed` since stay. */
export function deleteMade(db: Db, made: Made, changed: readonly StaffId[]): void {
	const hours = made.hours.map(({ staffId }) => staffId).filter((id) => !changed.includes(id));
	db.delete(staffAccreditations)
		.where(inArray(staffAccreditations.id, [...made.accreditations]))
		.run();
	db.delete(staffAvailability).where(inArray(staffAvailability.staffId, hours)).run();
	db.delete(staffProfiles)
		.where(inArray(staffProfiles.staffId, [...made.profiles]))
		.run();
	for (const table of [staffAreas, staffRoles, staffSides, staffAccreditations, staffAvailability]) {
		db.delete(table)
			.where(inArray(table.staffId, [...made.staff]))
			.run();
	}
	db.delete(staff)
		.where(inArray(staff.id, [...made.staff]))
		.run();
}

/** Deletes the school holidays that came with this import. */
export function deleteImportedHolidays(db: Db, importId: ImportId): void {
	db.delete(schoolHolidays).where(eq(schoolHolidays.importId, importId)).run();
}
