import { and, asc, eq, exists, gt, isNull, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { type Actor, ROLES, type Role, type StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { SIDES, type Side } from '#app/domain/programmes/programme.ts';
import type { AreaId, PersonId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type Db, prepareOnce } from '../client.ts';
import {
	areas,
	brokenGlass,
	oneTimeLinks,
	secondFactors,
	signIns,
	staff,
	staffAreas,
	staffRoles,
	staffSides,
} from '../schema/index.ts';

/** Lists as JSON text, so that one row holds all of a person's duties. */
const DUTIES = {
	roles: sql<string>`(select json_group_array(${staffRoles.role}) from ${staffRoles} where ${staffRoles.staffId} = ${staff.id})`,
	areaIds: sql<string>`(select json_group_array(${staffAreas.areaId}) from ${staffAreas} where ${staffAreas.staffId} = ${staff.id})`,
	sides: sql<string>`(select json_group_array(${staffSides.side}) from ${staffSides} where ${staffSides.staffId} = ${staff.id})`,
};

const openedAsJson = sql<string>`(
	select json_group_array(${brokenGlass.personId}) from ${brokenGlass} where ${brokenGlass.staffId} = ${staff.id}
		and ${brokenGlass.closedAt} is null and ${brokenGlass.opensUntil} > ${sql.placeholder('now')}
)`;
/** Whether the account has a second factor that was confirmed: 1 or 0. */
const HAS_SECOND_FACTOR = sql<number>`exists (select 1 from ${secondFactors} where ${secondFactors.staffId} = ${staff.id} and ${secondFactors.confirmedAt} is not null)`;

/**
 * The sign-in behind a cookie's hash with what the policy needs to know of its owner: name, roles, areas and sides, and
 * how far it was proved. Null when it has ended or its owner is not active. One query, because every page asks it.
 */
export function findSignIn(db: Db, tokenHash: string, now: Instant) {
	const found = prepareOnce(db, 'findSignIn', signInQuery).get({ tokenHash, now });
	if (!found) return null;
	const { staffId, name, createdAt, lastSeenAt, secondFactorAt, roles, areaIds, sides, opened } = found;
	const actor: StaffActor = {
		kind: 'staff',
		staffId,
		name,
		roles: rolesIn(roles),
		areaIds: JSON.parse(areaIds) as AreaId[],
		sides: JSON.parse(sides) as Side[],
		opened: JSON.parse(opened) as PersonId[],
	};
	return { actor, createdAt, lastSeenAt, secondFactorAt, hasSecondFactor: found.hasSecondFactor === 1 };
}

const roleLists = new Map<string, readonly Role[]>();

/** One list for each set of roles, because the policy knows a list sooner than what is in it. */
function rolesIn(json: string): readonly Role[] {
	const known = roleLists.get(json) ?? Object.freeze(JSON.parse(json) as Role[]);
	roleLists.set(json, known);
	return known;
}

function signInQuery(db: Db) {
	return db
		.select({
			staffId: staff.id,
			name: staff.name,
			createdAt: signIns.createdAt,
			lastSeenAt: signIns.lastSeenAt,
			secondFactorAt: signIns.secondFactorAt,
			hasSecondFactor: HAS_SECOND_FACTOR,
			...DUTIES,
			opened: openedAsJson,
		})
		.from(signIns)
		.innerJoin(staff, eq(staff.id, signIns.staffId))
		.where(
			and(
				eq(signIns.tokenHash, sql.placeholder('tokenHash')),
				isNull(signIns.endedAt),
				gt(signIns.expiresAt, sql.placeholder('now')),
				eq(staff.state, 'active'),
			),
		)
		.prepare();
}

/** What the policy needs to know of a member of staff: name, roles, areas and sides. Outside a sign-in no glass is broken. */
export function findStaffActor(db: Db, { staffId, name }: { staffId: StaffId; name: string }): StaffActor {
	const { roles, areaIds, sides } = db.select(DUTIES).from(staff).where(eq(staff.id, staffId)).get()!;
	return {
		kind: 'staff',
		staffId,
		name,
		roles: JSON.parse(roles),
		areaIds: JSON.parse(areaIds),
		sides: JSON.parse(sides),
		opened: [],
	};
}

/** Every active account as the policy sees it, by name: for the rules on who may hold something. */
export function listActiveActors(db: Db): StaffActor[] {
	const found = db
		.select({ staffId: staff.id, name: staff.name, ...DUTIES })
		.from(staff)
		.where(eq(staff.state, 'active'))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
	return found.map(({ roles, areaIds, sides, ...own }) => ({
		...{ kind: 'staff', ...own, opened: [] },
		...{ roles: JSON.parse(roles), areaIds: JSON.parse(areaIds), sides: JSON.parse(sides) },
	}));
}

/** The account with this address in lower case; null when there is none. */
export function findStaffByEmail(db: Db, email: string) {
	return db.select().from(staff).where(eq(staff.email, email)).get() ?? null;
}

/** The account itself, for its owner; throws when there is none, because somebody is signed in to it. */
export function findOwnAccount(db: Db, staffId: StaffId) {
	return db.select().from(staff).where(eq(staff.id, staffId)).get()!;
}

/** The active accounts that hold this role: for the rule on who is told, never for a page. */
export function listActiveWith(db: Db, role: Role): readonly StaffId[] {
	const holds = and(eq(staff.state, 'active'), eq(staffRoles.role, role));
	const found = db.select({ id: staff.id }).from(staff).innerJoin(staffRoles, eq(staffRoles.staffId, staff.id));
	return found
		.where(holds)
		.orderBy(asc(staff.id))
		.all()
		.map(({ id }) => id);
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

/** What an administrator sees of an account: who, its state and duties, and the version that a change names. */
export type StaffRow = NonNullable<ReturnType<typeof findStaffMember>>;

/** Every account by name, whatever its state, with its duties; none for who may not read staff. */
export function listStaff(db: Db, actor: Actor) {
	if (!mayAtAll(actor, 'read', 'staff')) return [];
	const rolesOf = Map.groupBy(db.select().from(staffRoles).all(), ({ staffId }) => staffId);
	const areasOf = Map.groupBy(
		db
			.select({ staffId: staffAreas.staffId, id: areas.id, name: areas.name })
			.from(staffAreas)
			.innerJoin(areas, eq(areas.id, staffAreas.areaId))
			.orderBy(asc(areas.name))
			.all(),
		({ staffId }) => staffId,
	);
	const sidesOf = Map.groupBy(db.select().from(staffSides).all(), ({ staffId }) => staffId);
	return db
		.select({
			id: staff.id,
			name: staff.name,
			email: staff.email,
			postcode: staff.postcode,
			state: staff.state,
			version: staff.version,
			hasSecondFactor: HAS_SECOND_FACTOR,
			mailCameBackAt: staff.mailCameBackAt,
		})
		.from(staff)
		.orderBy(asc(staff.name), asc(staff.id))
		.all()
		.map((row) => ({
			...row,
			hasSecondFactor: row.hasSecondFactor === 1,
			roles: ROLES.filter((role) => rolesOf.get(row.id)?.some((held) => held.role === role)),
			areas: (areasOf.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
			sides: SIDES.filter((side) => sidesOf.get(row.id)?.some((held) => held.side === side)),
		}));
}

/** One account with its duties; null when there is none or the actor may not read staff. */
export function findStaffMember(db: Db, actor: Actor, staffId: StaffId) {
	return listStaff(db, actor).find(({ id }) => id === staffId) ?? null;
}

/**
 * Active facilitators by name, for the team of a cohort of one of these sides; none for who may not arrange cohorts. A
 * partner-support worker is never on a team of the perpetrator side, and so is absent where it is the only one.
 */
export function listFacilitators(db: Db, actor: Actor, sides: readonly Side[]) {
	if (!mayAtAll(actor, 'write', 'cohort')) return [];
	const isForAll = sides.some((side) => side !== 'perpetrator');
	return db
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
		.where(
			and(
				eq(staff.state, 'active'),
				eq(staffRoles.role, 'facilitator'),
				isForAll ? undefined : notExists(withRole(db, 'partner-support')),
			),
		)
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
}

/** Whether the member of staff has this role: for the rule that keeps the sides apart. */
export function hasRole(db: Db, staffId: StaffId, role: Role): boolean {
	const held = and(eq(staff.id, staffId), exists(withRole(db, role)));
	return db.select({ id: staff.id }).from(staff).where(held).get() !== undefined;
}

function withRole(db: Db, role: Role) {
	const own = alias(staffRoles, 'own_roles');
	return db
		.select({ one: sql`1` })
		.from(own)
		.where(and(eq(own.staffId, staff.id), eq(own.role, role)));
}

/** Whether anybody else than this account is an active administrator: one always remains. */
export function hasOtherAdministrator(db: Db, staffId: StaffId): boolean {
	const other = db
		.select({ id: staff.id })
		.from(staff)
		.innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
		.where(and(ne(staff.id, staffId), eq(staff.state, 'active'), eq(staffRoles.role, 'administrator')))
		.get();
	return other !== undefined;
}
