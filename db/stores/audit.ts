import { and, eq } from 'drizzle-orm';
import { FIRST_HASH, type Link, type StoredEntry } from '#app/domain/audit/chain.ts';
import type { AuditFacts } from '#app/domain/audit/entry.ts';
import type { AlertCause } from '#app/domain/audit/viewing-rules.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { Id, PersonId, StaffId } from '#app/domain/shared/ids.ts';
import { hashOfEntry, keyOfPeople } from '../audit-hash.ts';
import { type Db, prepareOnce } from '../client.ts';
import { auditAlerts } from '../schema/index.ts';

/**
 * Statements of every page, read and written without drizzle in between: that took longer than the database does. Their
 * columns are held to the schema by the tests of every entry.
 */
const LAST_ENTRY = 'select seq, hash from audit_entries order by seq desc limit 1';
const INSERT_ENTRY = `
	insert into audit_entries (seq, at, actor_kind, staff_id, action, record_kind, record_id, outcome, people_key, details,
		previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_PEOPLE = 'insert into audit_people_sets (key, people) values (?, ?) on conflict do nothing';

/** Appends an entry to the chain and answers with its number. Call it in the transaction of what the entry says. */
export function insertAuditEntry(db: Db, { at, actorKind, staffId, action, ...facts }: AuditFacts): number {
	const last = statement(db, LAST_ENTRY).get() as Link | undefined;
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
	statement(db, INSERT_ENTRY).run(
		...[entry.seq, entry.at, entry.actorKind, entry.staffId, entry.action, entry.recordKind, entry.recordId],
		...[entry.outcome, entry.peopleKey, entry.details, entry.previousHash, hashOfEntry(entry)],
	);
	return entry.seq;
}

function keepPeople(db: Db, ids: readonly PersonId[]): string | null {
	if (ids.length === 0) return null;
	const people = JSON.stringify([...new Set(ids)].sort());
	const key = keyOfPeople(people);
	statement(db, INSERT_PEOPLE).run(key, people);
	return key;
}

function statement(db: Db, text: string) {
	return prepareOnce(db, text, ({ $client }) => $client.prepare(text));
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
