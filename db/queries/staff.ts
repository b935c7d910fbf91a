import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { oneTimeLinks, signIns, staff, staffAreas, staffRoles, staffSides } from '../schema/index.ts';

/** The sign-in behind a cookie's hash, if it goes on and its owner is active; null otherwise. */
export function findSignIn(db: Db, tokenHash: string, now: Instant) {
	return (
		db
			.select({ staffId: staff.id, name: staff.name, createdAt: signIns.createdAt, lastSeenAt: signIns.lastSeenAt })
			.from(signIns)
			.innerJoin(staff, eq(staff.id, signIns.staffId))
			.where(
				and(
					eq(signIns.tokenHash, tokenHash),
					isNull(signIns.endedAt),
					gt(signIns.expiresAt, now),
					eq(staff.state, 'active'),
				),
			)
			.get() ?? null
	);
}

/** What the policy needs to know of a member of staff: name, roles, areas and sides. */
export function findStaffActor(db: Db, { staffId, name }: { staffId: StaffId; name: string }): StaffActor {
	const roles = db.select({ role: staffRoles.role }).from(staffRoles).where(eq(staffRoles.staffId, staffId)).all();
	const areas = db.select({ areaId: staffAreas.areaId }).from(staffAreas).where(eq(staffAreas.staffId, staffId)).all();
	const sides = db.select({ side: staffSides.side }).from(staffSides).where(eq(staffSides.staffId, staffId)).all();
	return {
		kind: 'staff',
		staffId,
		name,
		roles: roles.map(({ role }) => role),
		areaIds: areas.map(({ areaId }) => areaId),
		sides: sides.map(({ side }) => side),
	};
}

/** The account with this address in lower case; null when there is none. */
export function findStaffByEmail(db: Db, email: string) {
	return db.select().from(staff).where(eq(staff.email, email)).get() ?? null;
}

/** Whether anybody at all has an account: decides if the first administrator's link is printed. */
export function hasAnyStaff(db: Db): boolean {
	return db.select({ id: staff.id }).from(staff).limit(1).get() !== undefined;
}

/** The account that a one-time link was made for, while the link is unused and in time; null otherwise. */
export function findInvitation(db: Db, tokenHash: string, now: Instant) {
	return (
		db
			.select({ staffId: staff.id, name: staff.name, email: staff.email })
			.from(oneTimeLinks)
			.innerJoin(staff, eq(staff.id, oneTimeLinks.staffId))
			.where(and(eq(oneTimeLinks.tokenHash, tokenHash), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, now)))
			.get() ?? null
	);
}

/** Every active member of staff, by name. */
export function listActiveStaff(db: Db) {
	return db.select({ id: staff.id, name: staff.name }).from(staff).where(eq(staff.state, 'active')).orderBy(asc(staff.name)).all();
}
