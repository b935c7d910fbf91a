import { and, asc, eq, exists, gte, inArray, isNotNull, lte, ne, notExists, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Access, grantedRelations, type Relation } from '#app/domain/access/policy.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { AccreditationId, LeaveId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { staff, staffAccreditations, staffAvailability, staffLeave, staffRoles } from '../../schema/index.ts';
import { anyOf } from '../visible-cohorts.ts';

/** What is kept of facilitators: their time in two records of the policy, and what is seen of their work. */
export type StaffRecord = 'accreditation' | 'staff-time' | 'practice';
/** A programme by what an accreditation names, with the side that it works with. */
export type ProgrammeOfSide = { readonly slug: string; readonly side: Side };

/** Every facilitator of whom the actor may read this, by name; nobody whose account is closed. */
export function listFacilitatorsOf(db: Db, actor: Actor, what: StaffRecord) {
	return selectFacilitators(db, visibleFacilitators(db, actor, 'read', what));
}

/** The facilitator, if the actor may read (or, when asked so, write) this of them; null otherwise. */
export function findFacilitator(db: Db, actor: Actor, staffId: StaffId, what: StaffRecord, may: Access = 'read') {
	return selectFacilitators(db, and(eq(staff.id, staffId), visibleFacilitators(db, actor, may, what)))[0] ?? null;
}

export type AccreditationRow = ReturnType<typeof listAccreditations>[number];

/**
 * The accreditations of these facilitators, as the actor may read them: who arranges cohorts reads those for programmes of
 * their own sides, so that nobody’s work with the other side shows. By programme, the latest first.
 */
export function listAccreditations(
	db: Db,
	actor: Actor,
	staffIds: readonly StaffId[],
	programmes: readonly ProgrammeOfSide[],
) {
	const slugs = programmes.map(({ slug }) => slug);
	return db
		.select(accreditationColumns)
		.from(staffAccreditations)
		.innerJoin(staff, eq(staff.id, staffAccreditations.staffId))
		.where(
			and(
				inArray(staffAccreditations.staffId, [...staffIds]),
				inArray(staffAccreditations.programmeSlug, slugs),
				visibleAccreditations(actor, programmes),
			),
		)
		.orderBy(asc(staffAccreditations.programmeSlug), sql`${staffAccreditations.accreditedOn} desc`)
		.all();
}

/** One accreditation of this member of staff: for the rule that takes it back. Ask for a facilitator whom the actor may write. */
export function findAccreditation(db: Db, id: AccreditationId, staffId: StaffId) {
	const own = and(eq(staffAccreditations.id, id), eq(staffAccreditations.staffId, staffId));
	return db.select(accreditationColumns).from(staffAccreditations).where(own).get() ?? null;
}

/** Every accreditation of an active facilitator, for the clock that reminds of those that end. */
export function listAllAccreditations(db: Db) {
	const held = db.selectDistinct({ id: sql<StaffId>`${staffRoles.staffId}` }).from(staffRoles);
	return db
		.select(accreditationColumns)
		.from(staffAccreditations)
		.innerJoin(staff, and(eq(staff.id, staffAccreditations.staffId), eq(staff.state, 'active')))
		.where(inArray(staff.id, held.where(eq(staffRoles.role, 'facilitator'))))
		.orderBy(asc(staffAccreditations.id))
		.all();
}

/** Whether anything ends between these days: asked by the clock each minute, so that it looks at nothing else on most. */
export function doesAnyExpire(db: Db, from: CalendarDay, to: CalendarDay): boolean {
	const { expiresOn } = staffAccreditations;
	const soon = and(isNotNull(expiresOn), gte(expiresOn, from), lte(expiresOn, to));
	return db.select({ id: staffAccreditations.id }).from(staffAccreditations).where(soon).limit(1).get() !== undefined;
}

/** The hours of these facilitators; ask for those whose time the actor may read, or for a rule. */
export function listHours(db: Db, staffIds: readonly StaffId[]) {
	return db
		.select()
		.from(staffAvailability)
		.where(inArray(staffAvailability.staffId, [...staffIds]))
		.orderBy(asc(staffAvailability.fromTime))
		.all();
}

/** The leave of these facilitators from a day on; ask for those whose time the actor may read, or for a rule. */
export function listLeave(db: Db, staffIds: readonly StaffId[], from: CalendarDay) {
	return db
		.select()
		.from(staffLeave)
		.where(and(inArray(staffLeave.staffId, [...staffIds]), gte(staffLeave.toDay, from)))
		.orderBy(asc(staffLeave.fromDay))
		.all();
}

/** One leave of this member of staff; null when it is not theirs. */
export function findLeave(db: Db, id: LeaveId, staffId: StaffId) {
	const own = and(eq(staffLeave.id, id), eq(staffLeave.staffId, staffId));
	return db.select().from(staffLeave).where(own).get() ?? null;
}

const accreditationColumns = {
	id: staffAccreditations.id,
	staffId: staffAccreditations.staffId,
	programmeSlug: staffAccreditations.programmeSlug,
	accreditedOn: staffAccreditations.accreditedOn,
	expiresOn: staffAccreditations.expiresOn,
};

function selectFacilitators(db: Db, visible: SQL | undefined) {
	return db
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.where(and(ne(staff.state, 'deactivated'), exists(withRole(db, 'facilitator')), visible))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
}

function visibleFacilitators(db: Db, actor: Actor, may: Access, what: StaffRecord): SQL {
	if (actor.kind === 'operator') return sql`1`;
	return anyOf(
		grantedRelations(actor, may, what).map((relation) => {
			if (relation === 'organisation') return sql`1`;
			if (relation === 'self') return eq(staff.id, actor.staffId);
			return relation === 'area' ? worksWith(db, actor.sides) : null;
		}),
	);
}

/** A partner-support worker is on no team of the perpetrator side, and so is absent for who arranges no other. */
function worksWith(db: Db, sides: readonly Side[]): SQL {
	if (sides.length === 0) return sql`0`;
	return sides.some((side) => side !== 'perpetrator') ? sql`1` : notExists(withRole(db, 'partner-support'));
}

function visibleAccreditations(actor: Actor, programmes: readonly ProgrammeOfSide[]): SQL {
	if (actor.kind === 'operator') return sql`1`;
	const relations: readonly Relation[] = grantedRelations(actor, 'read', 'accreditation');
	const ofSides = programmes.filter(({ side }) => actor.sides.includes(side)).map(({ slug }) => slug);
	return anyOf([
		relations.includes('organisation') ? sql`1` : null,
		relations.includes('self') ? eq(staffAccreditations.staffId, actor.staffId) : null,
		relations.includes('area') ? inArray(staffAccreditations.programmeSlug, ofSides) : null,
	]);
}

function withRole(db: Db, role: 'facilitator' | 'partner-support') {
	const held = alias(staffRoles, 'held_roles');
	return db
		.select({ one: sql`1` })
		.from(held)
		.where(and(eq(held.staffId, staff.id), eq(held.role, role)));
}
