import { and, eq, isNull, lte, ne } from 'drizzle-orm';
import type { Role } from '#app/domain/access/actor.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { AreaId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { oneTimeLinks, signInAttempts, signIns, staff, staffAreas, staffRoles, staffSides } from '../schema/index.ts';

export function insertStaff(db: Db, row: typeof staff.$inferInsert): void {
	db.insert(staff).values(row).run();
}

/** Changes the account if it still has this version; false when somebody else changed it first. */
export function updateStaff(db: Db, id: StaffId, version: number, change: Partial<typeof staff.$inferInsert>): boolean {
	const { changes } = db
		.update(staff)
		.set({ ...change, version: version + 1 })
		.where(and(eq(staff.id, id), eq(staff.version, version)))
		.run();
	return changes === 1;
}

export type StaffDuties = { roles: readonly Role[]; areaIds: readonly AreaId[]; sides: readonly Side[] };

/** Puts these roles, areas and sides in the place of the ones before. */
export function replaceStaffDuties(db: Db, staffId: StaffId, { roles, areaIds, sides }: StaffDuties): void {
	for (const table of [staffRoles, staffAreas, staffSides]) db.delete(table).where(eq(table.staffId, staffId)).run();
	for (const role of roles) db.insert(staffRoles).values({ staffId, role }).run();
	for (const areaId of areaIds) db.insert(staffAreas).values({ staffId, areaId }).run();
	for (const side of sides) db.insert(staffSides).values({ staffId, side }).run();
}

export function insertOneTimeLink(db: Db, row: typeof oneTimeLinks.$inferInsert): void {
	db.insert(oneTimeLinks).values(row).run();
}

/** Ends every link that was made for this account and not used. */
export function endOneTimeLinks(db: Db, staffId: StaffId, now: Instant): void {
	db.update(oneTimeLinks)
		.set({ usedAt: now })
		.where(and(eq(oneTimeLinks.staffId, staffId), isNull(oneTimeLinks.usedAt)))
		.run();
}

export function insertSignIn(db: Db, row: typeof signIns.$inferInsert): void {
	db.insert(signIns).values(row).run();
}

/** Notes that the sign-in is in use and goes on until `expiresAt`. */
export function touchSignIn(db: Db, tokenHash: string, lastSeenAt: Instant, expiresAt: Instant): void {
	db.update(signIns).set({ lastSeenAt, expiresAt }).where(eq(signIns.tokenHash, tokenHash)).run();
}

export function endSignIn(db: Db, tokenHash: string, now: Instant): void {
	db.update(signIns).set({ endedAt: now }).where(eq(signIns.tokenHash, tokenHash)).run();
}

/** Ends every sign-in of the account, wherever it is. */
export function endSignInsOf(db: Db, staffId: StaffId, now: Instant): void {
	db.update(signIns)
		.set({ endedAt: now })
		.where(and(eq(signIns.staffId, staffId), isNull(signIns.endedAt)))
		.run();
}

/** Ends every sign-in of the account but the one of this browser. */
export function endOtherSignIns(db: Db, staffId: StaffId, tokenHash: string, now: Instant): void {
	db.update(signIns)
		.set({ endedAt: now })
		.where(and(eq(signIns.staffId, staffId), ne(signIns.tokenHash, tokenHash), isNull(signIns.endedAt)))
		.run();
}

export function saveAttempts(db: Db, row: typeof signInAttempts.$inferInsert): void {
	db.insert(signInAttempts).values(row).onConflictDoUpdate({ target: signInAttempts.key, set: row }).run();
}

export function forgetAttempts(db: Db, key: string): void {
	db.delete(signInAttempts).where(eq(signInAttempts.key, key)).run();
}

/** Forgets windows that began so long ago that they count no more. */
export function forgetOldAttempts(db: Db, before: Instant): void {
	db.delete(signInAttempts).where(lte(signInAttempts.windowStartedAt, before)).run();
}

/** Keeps that a mail to them came back for good; asks for no version, because nobody edits it. */
export function keepMailCameBack(db: Db, staffId: StaffId, at: Instant): void {
	db.update(staff).set({ mailCameBackAt: at }).where(eq(staff.id, staffId)).run();
}
