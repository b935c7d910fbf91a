import { and, asc, count, eq, exists, inArray, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Access, grantedRelations } from '#app/domain/access/policy.ts';
import type { AreaId, FamilyId, PersonId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { areas, families, familyMembers, people, staff, staffAreas, staffRoles } from '../../schema/index.ts';
import { inOrderOfNames, shownPerson } from '../access/visible-people.ts';

export const FAMILIES_PER_PAGE = 25;

/**
 * The condition that leaves only families that the actor may read or write: everybody's for a lead, those of their areas
 * for a partner-support worker. For everybody else there are no families at all.
 */
export function visibleFamilies(actor: Actor, may: Access): SQL {
	if (actor.kind === 'operator') return sql`1`;
	const relations = grantedRelations(actor, may, 'family');
	if (relations.includes('organisation')) return sql`1`;
	return relations.includes('area') ? inArray(families.areaId, [...actor.areaIds]) : sql`0`;
}

const members = sql<number>`(select count(*) from ${familyMembers} where ${familyMembers.familyId} = ${families.id})`;

const columns = {
	id: families.id,
	reference: families.reference,
	areaId: families.areaId,
	area: areas.name,
	workerId: families.workerId,
	worker: staff.name,
	members,
	version: families.version,
};

export type FamilyRow = NonNullable<ReturnType<typeof findFamily>>;

/** One page, counted from 1, of the families that the actor may read: by area, then by reference. */
export function listFamilies(db: Db, actor: Actor, page: number): FamilyRow[] {
	return selectFamilies(db)
		.where(visibleFamilies(actor, 'read'))
		.orderBy(asc(areas.name), asc(families.reference))
		.limit(FAMILIES_PER_PAGE)
		.offset((page - 1) * FAMILIES_PER_PAGE)
		.all();
}

/** How many families the actor may read. */
export function countFamilies(db: Db, actor: Actor): number {
	return db.select({ families: count() }).from(families).where(visibleFamilies(actor, 'read')).get()?.families ?? 0;
}

/** The family, if the actor may read (or, when asked so, write) it; null otherwise. */
export function findFamily(db: Db, actor: Actor, familyId: FamilyId, may: Access = 'read') {
	return (
		selectFamilies(db)
			.where(and(eq(families.id, familyId), visibleFamilies(actor, may)))
			.get() ?? null
	);
}

/** The families of a person that the actor may read. */
export function listFamiliesOfPerson(db: Db, actor: Actor, personId: PersonId): FamilyRow[] {
	const isMember = and(eq(familyMembers.familyId, families.id), eq(familyMembers.personId, personId));
	return selectFamilies(db)
		.where(and(visibleFamilies(actor, 'read'), exists(db.select({ one: sql`1` }).from(familyMembers).where(isMember))))
		.orderBy(asc(areas.name), asc(families.reference))
		.all();
}

export type FamilyMemberRow = ReturnType<typeof listFamilyMembers>[number];

/** Who belongs to the family and how, by what is shown of them; nobody of a family that the actor may not read. */
export function listFamilyMembers(db: Db, actor: Actor, familyId: FamilyId) {
	return db
		.select({ ...shownPerson(db, actor), side: people.side, relationship: familyMembers.relationship })
		.from(familyMembers)
		.innerJoin(families, eq(families.id, familyMembers.familyId))
		.innerJoin(people, eq(people.id, familyMembers.personId))
		.where(and(eq(familyMembers.familyId, familyId), visibleFamilies(actor, 'read')))
		.orderBy(...inOrderOfNames(db, actor), asc(people.id))
		.all();
}

/** One member with the family, if the actor may read (or, when asked so, write) it; null otherwise. */
export function findFamilyMember(
	db: Db,
	actor: Actor,
	{ familyId, personId }: { readonly familyId: FamilyId; readonly personId: PersonId },
	may: Access = 'read',
) {
	const family = findFamily(db, actor, familyId, may);
	const member = listFamilyMembers(db, actor, familyId).find((one) => one.personId === personId);
	return family && member ? { family, member } : null;
}

/** The areas in which the actor may have families: all for a lead, their own for a partner-support worker. */
export function listFamilyAreas(db: Db, actor: Actor) {
	if (actor.kind === 'operator') return [];
	const relations = grantedRelations(actor, 'write', 'family');
	const own = relations.includes('area') ? inArray(areas.id, [...actor.areaIds]) : sql`0`;
	return db
		.select({ id: areas.id, name: areas.name })
		.from(areas)
		.where(relations.includes('organisation') ? sql`1` : own)
		.orderBy(asc(areas.name))
		.all();
}

/** The active partner-support workers of an area, who may hold its families; ask for an area of the actor's. */
export function listFamilyWorkers(db: Db, areaId: AreaId): { readonly id: StaffId; readonly name: string }[] {
	return db
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.innerJoin(staffRoles, and(eq(staffRoles.staffId, staff.id), eq(staffRoles.role, 'partner-support')))
		.innerJoin(staffAreas, and(eq(staffAreas.staffId, staff.id), eq(staffAreas.areaId, areaId)))
		.where(eq(staff.state, 'active'))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
}

/** Whether a family of the area has this reference, capitals or not; ask for an area of the actor's. */
export function isFamilyReferenceTaken(db: Db, areaId: AreaId, reference: string): boolean {
	const same = sql`${families.areaId} = ${areaId} and lower(${families.reference}) = ${reference.trim().toLowerCase()}`;
	return db.select({ id: families.id }).from(families).where(same).get() !== undefined;
}

function selectFamilies(db: Db) {
	return db
		.select(columns)
		.from(families)
		.innerJoin(areas, eq(areas.id, families.areaId))
		.leftJoin(staff, eq(staff.id, families.workerId));
}
