import { and, eq } from 'drizzle-orm';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { VenueDays } from '#app/domain/scheduling/venue-days.ts';
import { type CalendarDay, WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import type { AreaId, BankHolidayId, ClosureId, RoomId, SchoolHolidayId, VenueId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { areas, bankHolidays, closures, rooms, schoolHolidays, venueDays, venues } from '../schema/index.ts';

export function insertArea(db: Db, row: typeof areas.$inferInsert): void {
	db.insert(areas).values(row).run();
}

/** Changes the area if it still has this version; false when somebody else changed it first. */
export function updateArea(db: Db, id: AreaId, version: number, change: { name: string; nation: Nation }): boolean {
	const stands = and(eq(areas.id, id), eq(areas.version, version));
	return (
		db
			.update(areas)
			.set({ ...change, version: version + 1 })
			.where(stands)
			.run().changes === 1
	);
}

export function insertVenue(db: Db, row: typeof venues.$inferInsert): void {
	db.insert(venues).values(row).run();
}

/** Renames the venue if it still has this version; false when somebody else changed it first. */
export function updateVenue(db: Db, id: VenueId, version: number, name: string): boolean {
	const stands = and(eq(venues.id, id), eq(venues.version, version));
	return (
		db
			.update(venues)
			.set({ name, version: version + 1 })
			.where(stands)
			.run().changes === 1
	);
}

/**
 * Says anew to which side each weekday of the venue belongs, and how people come to it, if it still has this version; false
 * when somebody else changed it first.
 */
export function updateVenueDays(
	db: Db,
	id: VenueId,
	version: number,
	{ days, travelPoint }: { readonly days: VenueDays; readonly travelPoint: string | null },
): boolean {
	const stands = and(eq(venues.id, id), eq(venues.version, version));
	const changed = db
		.update(venues)
		.set({ travelPoint, version: version + 1 })
		.where(stands)
		.run().changes;
	if (changed !== 1) return false;
	db.delete(venueDays).where(eq(venueDays.venueId, id)).run();
	for (const weekday of WEEKDAYS) {
		const side = days[weekday];
		if (side) db.insert(venueDays).values({ venueId: id, weekday, side }).run();
	}
	return true;
}

export function insertRoom(db: Db, row: typeof rooms.$inferInsert): void {
	db.insert(rooms).values(row).run();
}

/** Renames the room if it still has this version; false when somebody else changed it first. */
export function updateRoom(db: Db, id: RoomId, version: number, name: string): boolean {
	const stands = and(eq(rooms.id, id), eq(rooms.version, version));
	return (
		db
			.update(rooms)
			.set({ name, version: version + 1 })
			.where(stands)
			.run().changes === 1
	);
}

export function insertClosure(db: Db, row: typeof closures.$inferInsert): void {
	db.insert(closures).values(row).run();
}

export function deleteClosure(db: Db, id: ClosureId): void {
	db.delete(closures).where(eq(closures.id, id)).run();
}

export function insertSchoolHoliday(db: Db, row: typeof schoolHolidays.$inferInsert): void {
	db.insert(schoolHolidays).values(row).run();
}

export function deleteSchoolHoliday(db: Db, id: SchoolHolidayId): void {
	db.delete(schoolHolidays).where(eq(schoolHolidays.id, id)).run();
}

export function insertBankHoliday(db: Db, row: typeof bankHolidays.$inferInsert): void {
	db.insert(bankHolidays).values(row).run();
}

export function deleteBankHoliday(db: Db, id: BankHolidayId): void {
	db.delete(bankHolidays).where(eq(bankHolidays.id, id)).run();
}

/** Notes that somebody compared the nation's whole list with the official one on this day. */
export function updateHolidaysChecked(db: Db, nation: Nation, checkedOn: CalendarDay): void {
	db.update(bankHolidays).set({ checkedOn }).where(eq(bankHolidays.nation, nation)).run();
}
