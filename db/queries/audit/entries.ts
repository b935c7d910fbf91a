import { and, count, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { AuditAction } from '#app/domain/audit/actions.ts';
import type { AuditDetails } from '#app/domain/audit/entry.ts';
import type { PersonId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { auditEntries, auditPeople, auditPeopleSets, staff } from '../../schema/index.ts';

export const ENTRIES_PER_PAGE = 50;

/** Which entries are wanted; what is null or empty does not narrow them. */
export type EntryFilter = {
	readonly staffId: StaffId | null;
	readonly actions: readonly AuditAction[] | null;
	readonly onlyRefused: boolean;
	readonly from: Instant | null;
	/** Up to this moment, and without it. */
	readonly until: Instant | null;
	/** About one of these people. */
	readonly people: readonly PersonId[] | null;
};

export const EVERY_ENTRY: EntryFilter = {
	staffId: null,
	actions: null,
	onlyRefused: false,
	from: null,
	until: null,
	people: null,
};

/** One page, counted from 1, of these entries, the newest first; none for who may not read the audit trail. */
export function listAuditEntries(db: Db, actor: Actor, filter: EntryFilter, page: number) {
	if (!mayAtAll(actor, 'read', 'audit')) return [];
	// Which entries first, and only then what stands in them: thousands may have to be put in order for fifty.
	const wanted = db
		.select({ seq: auditEntries.seq })
		.from(auditEntries)
		.where(conditionOf(db, filter))
		.orderBy(desc(auditEntries.seq))
		.limit(ENTRIES_PER_PAGE)
		.offset((page - 1) * ENTRIES_PER_PAGE);
	return db
		.select({
			seq: auditEntries.seq,
			at: auditEntries.at,
			actorKind: auditEntries.actorKind,
			staffName: staff.name,
			action: auditEntries.action,
			recordKind: auditEntries.recordKind,
			recordId: auditEntries.recordId,
			outcome: auditEntries.outcome,
			people: sql<number>`coalesce(json_array_length(${auditPeopleSets.people}), 0)`,
			details: auditEntries.details,
		})
		.from(auditEntries)
		.leftJoin(staff, eq(staff.id, auditEntries.staffId))
		.leftJoin(auditPeopleSets, eq(auditPeopleSets.key, auditEntries.peopleKey))
		.where(inArray(auditEntries.seq, wanted))
		.orderBy(desc(auditEntries.seq))
		.all()
		.map(({ details, ...row }) => ({ ...row, details: JSON.parse(details) as AuditDetails }));
}

/** How many such entries there are; 0 for who may not read the audit trail. */
export function countAuditEntries(db: Db, actor: Actor, filter: EntryFilter): number {
	if (!mayAtAll(actor, 'read', 'audit')) return 0;
	return db.select({ entries: count() }).from(auditEntries).where(conditionOf(db, filter)).get()?.entries ?? 0;
}

/** Every member of staff by name, for the filter; none for who may not read the audit trail. */
export function listStaffInAudit(db: Db, actor: Actor) {
	if (!mayAtAll(actor, 'read', 'audit')) return [];
	return db.select({ id: staff.id, name: staff.name }).from(staff).orderBy(staff.name, staff.id).all();
}

/** Spelled out, because each has an index of its own for exactly these words. */
const IS_REFUSED = sql`${auditEntries.outcome} <> 'done'`;
const BY_NOBODY = sql`${auditEntries.actorKind} = 'nobody'`;

function conditionOf(db: Db, { staffId, actions, onlyRefused, from, until, people }: EntryFilter): SQL | undefined {
	return and(
		staffId === null ? undefined : byOrAgainst(staffId),
		actions === null ? undefined : inArray(auditEntries.action, [...actions]),
		onlyRefused ? IS_REFUSED : undefined,
		from === null ? undefined : gte(auditEntries.at, from),
		until === null ? undefined : lt(auditEntries.at, until),
		people === null ? undefined : inArray(auditEntries.peopleKey, setsWith(db, people)),
	);
}

/** What the member of staff did, and what somebody unknown tried with their account. */
function byOrAgainst(staffId: StaffId): SQL | undefined {
	const triedWith = and(BY_NOBODY, eq(auditEntries.recordKind, 'staff'), eq(auditEntries.recordId, staffId));
	return or(eq(auditEntries.staffId, staffId), triedWith);
}

function setsWith(db: Db, people: readonly PersonId[]) {
	return db
		.select({ key: auditPeople.key })
		.from(auditPeople)
		.where(inArray(auditPeople.personId, [...people]));
}
