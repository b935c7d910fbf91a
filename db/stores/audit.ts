import { and, desc, eq, sql } from 'drizzle-orm';
import { FIRST_HASH, type StoredEntry } from '#app/domain/audit/chain.ts';
import type { AuditFacts } from '#app/domain/audit/entry.ts';
import type { AlertCause } from '#app/domain/audit/viewing-rules.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { Id, PersonId, StaffId } from '#app/domain/shared/ids.ts';
import { hashOfEntry, keyOfPeople } from '../audit-hash.ts';
import { type Db, prepareOnce } from '../client.ts';
import { auditAlerts, auditEntries, auditPeopleSets } from '../schema/index.ts';

/** Appends an entry to the chain and answers with its number. Call it in the transaction of what the entry says. */
export function insertAuditEntry(db: Db, { at, actorKind, staffId, action, ...facts }: AuditFacts): number {
	const last = prepareOnce(db, 'last audit entry', selectLast).get();
	const entry: StoredEntry = {
		seq: (last?.seq ?? 0) + 1,
		at,
		actorKind,
		staffId,
		action,
		recordKind: facts.record?.kind ?? null,
		recordId: facts.record?.id ?? null,
		outcome: facts.outcome,
		peopleKey: keepPeople(db, facts.people),
		details: JSON.stringify(facts.details),
		previousHash: last?.hash ?? FIRST_HASH,
	};
	prepareOnce(db, 'insert audit entry', prepareInsert).run({ ...entry, hash: hashOfEntry(entry) });
	return entry.seq;
}

function keepPeople(db: Db, ids: readonly PersonId[]): string | null {
	if (ids.length === 0) return null;
	const people = JSON.stringify([...new Set(ids)].sort());
	const key = keyOfPeople(people);
	prepareOnce(db, 'insert audit people', prepareInsertPeople).run({ key, people });
	return key;
}

function selectLast(db: Db) {
	const { seq, hash } = auditEntries;
	return db.select({ seq, hash }).from(auditEntries).orderBy(desc(seq)).limit(1).prepare();
}

function prepareInsert(db: Db) {
	const hole = <Value>(name: string) => sql.placeholder(name) as unknown as Value;
	return db
		.insert(auditEntries)
		.values({
			seq: hole('seq'),
			at: hole('at'),
			actorKind: hole('actorKind'),
			staffId: hole('staffId'),
			action: hole('action'),
			recordKind: hole('recordKind'),
			recordId: hole('recordId'),
			outcome: hole('outcome'),
			peopleKey: hole('peopleKey'),
			details: hole('details'),
			previousHash: hole('previousHash'),
			hash: hole('hash'),
		})
		.prepare();
}

function prepareInsertPeople(db: Db) {
	return db
		.insert(auditPeopleSets)
		.values({ key: sql.placeholder('key'), people: sql.placeholder('people') })
		.onConflictDoNothing()
		.prepare();
}

type NewAlert = Omit<typeof auditAlerts.$inferInsert, 'people'> & { readonly people: readonly PersonId[] };

/** Raises an alert; when one of the same cause was raised that day already, adds whom it is about to that one. */
export function raiseAlert(db: Db, { people, ...alert }: NewAlert): void {
	const raised = db.select().from(auditAlerts).where(isSame(alert)).get();
	const before = raised ? (JSON.parse(raised.people) as PersonId[]) : [];
	const all = JSON.stringify([...new Set([...before, ...people])].sort());
	if (!raised)
		db.insert(auditAlerts)
			.values({ ...alert, people: all })
			.run();
	else db.update(auditAlerts).set({ people: all }).where(eq(auditAlerts.id, raised.id)).run();
}

function isSame({ staffId, day, cause }: { staffId: StaffId; day: CalendarDay; cause: AlertCause }) {
	return and(eq(auditAlerts.staffId, staffId), eq(auditAlerts.day, day), eq(auditAlerts.cause, cause));
}

/** Changes the alert if it still has this version; false when somebody else changed it first. */
export function updateAlert(
	db: Db,
	id: Id<'alert'>,
	version: number,
	change: Partial<typeof auditAlerts.$inferInsert>,
): boolean {
	const { changes } = db
		.update(auditAlerts)
		.set({ ...change, version: version + 1 })
		.where(and(eq(auditAlerts.id, id), eq(auditAlerts.version, version)))
		.run();
	return changes === 1;
}
