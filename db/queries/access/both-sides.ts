import { and, asc, desc, eq, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { bothSidesDecisions, staff, staffRoles, staffSides } from '../../schema/index.ts';

/** Whether a lead's decision stands that this member of staff works on both sides: for the rule, never for a page. */
export function hasBothSidesDecision(db: Db, staffId: StaffId): boolean {
	const current = and(eq(bothSidesDecisions.staffId, staffId), isNull(bothSidesDecisions.endedAt));
	return db.select({ staffId: bothSidesDecisions.staffId }).from(bothSidesDecisions).where(current).get() !== undefined;
}

const decider = alias(staff, 'decider');

/** Every decision that stood or stands, the newest first; none for who may not decide. */
export function listBothSidesDecisions(db: Db, actor: Actor) {
	if (!mayAtAll(actor, 'read', 'both-sides-decision')) return [];
	return db
		.select({
			staffId: staff.id,
			name: staff.name,
			reason: bothSidesDecisions.reason,
			decidedBy: decider.name,
			decidedAt: bothSidesDecisions.decidedAt,
			endedAt: bothSidesDecisions.endedAt,
		})
		.from(bothSidesDecisions)
		.innerJoin(staff, eq(staff.id, bothSidesDecisions.staffId))
		.innerJoin(decider, eq(decider.id, bothSidesDecisions.decidedBy))
		.orderBy(desc(bothSidesDecisions.decidedAt), asc(staff.id))
		.all();
}

/** Active coordinators by name, of whom no decision stands; none for who may not decide. */
export function listUndecidedCoordinators(db: Db, actor: Actor): { readonly id: StaffId; readonly name: string }[] {
	if (!mayAtAll(actor, 'write', 'both-sides-decision')) return [];
	const standing = db
		.select({ one: sql`1` })
		.from(bothSidesDecisions)
		.where(and(eq(bothSidesDecisions.staffId, staff.id), isNull(bothSidesDecisions.endedAt)));
	return db
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.innerJoin(staffRoles, and(eq(staffRoles.staffId, staff.id), eq(staffRoles.role, 'coordinator')))
		.where(and(eq(staff.state, 'active'), notExists(standing)))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
}

/** The sides that a member of staff holds now, with the version of their account. */
export function findSidesHeld(db: Db, staffId: StaffId) {
	const account = db.select({ version: staff.version }).from(staff).where(eq(staff.id, staffId)).get();
	const sides = db.select({ side: staffSides.side }).from(staffSides).where(eq(staffSides.staffId, staffId)).all();
	return account ? { version: account.version, sides: sides.map(({ side }) => side) } : null;
}
