import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { AUDIT_ACTORS, RECORD_KINDS } from '#app/domain/audit/entry.ts';
import { ALERT_CAUSES } from '#app/domain/audit/viewing-rules.ts';
import type { Id, PersonId, StaffId } from '#app/domain/shared/ids.ts';
import { day, id, moment, oneOf, version } from './columns.ts';

/**
 * A set of people that was shown or changed together. The same page shows the same people day after day, so that an entry
 * names its set by one key: a line of an index for each of a dozen people cost ten times the rest of the entry.
 */
export const auditPeopleSets = sqliteTable('audit_people_sets', {
	/** The hash of `people`: a set that was changed afterwards does not fit its key. */
	key: text().primaryKey(),
	/** JSON list of their ids, in order. */
	people: text().notNull(),
});

/** The sets in which each person is: filled by a trigger with each set, so that one can never lack the other. */
export const auditPeople = sqliteTable(
	'audit_people',
	{
		personId: id<PersonId>().notNull(),
		key: text()
			.notNull()
			.references(() => auditPeopleSets.key),
	},
	(table) => [primaryKey({ columns: [table.personId, table.key] })],
);

/**
 * What was done and looked at, each entry chained to the one before by its hash (decision 0011). The database itself
 * refuses to change or delete one, and to add one anywhere but at the end: see the triggers in the migration. Ids point at
 * nothing, because an entry outlives what it is about.
 */
export const auditEntries = sqliteTable(
	'audit_entries',
	{
		/** Counts on without a gap. The database remembers the highest, so that entries cut off the end are missed. */
		seq: integer().primaryKey({ autoIncrement: true }),
		at: moment().notNull(),
		actorKind: text({ enum: AUDIT_ACTORS }).notNull(),
		staffId: id<StaffId>(),
		action: text().notNull(),
		recordKind: text({ enum: RECORD_KINDS }),
		recordId: text(),
		outcome: text().notNull(),
		/** The set of people whose data were shown or changed; null when there were none. */
		peopleKey: text().references(() => auditPeopleSets.key),
		/** JSON object: ids, counts, names of fields. */
		details: text().notNull(),
		previousHash: text().notNull(),
		hash: text().notNull(),
	},
	(table) => [
		index('audit_entries_staff').on(table.staffId, table.at),
		index('audit_entries_at').on(table.at),
		index('audit_entries_people').on(table.peopleKey),
		index('audit_entries_refused').on(table.seq).where(sql`${table.outcome} <> 'done'`),
		index('audit_entries_nobody').on(table.recordId).where(sql`${table.actorKind} = 'nobody'`),
		oneOf('audit_entries_actor', table.actorKind, AUDIT_ACTORS),
		check('audit_entries_staff_known', sql`(${table.actorKind} = 'staff') = (${table.staffId} is not null)`),
		check('audit_entries_record_whole', sql`(${table.recordKind} is null) = (${table.recordId} is null)`),
	],
);

/** What a lead is told of: once for each member of staff, day and cause. */
export const auditAlerts = sqliteTable(
	'audit_alerts',
	{
		id: id<Id<'alert'>>().primaryKey(),
		staffId: id<StaffId>().notNull(),
		cause: text({ enum: ALERT_CAUSES }).notNull(),
		day: day().notNull(),
		raisedAt: moment().notNull(),
		/** The entry that raised it. */
		seq: integer().notNull(),
		/** JSON list of ids: who was looked at. */
		people: text().notNull(),
		closedAt: moment(),
		closedBy: id<StaffId>(),
		note: text(),
		version: version(),
	},
	(table) => [
		uniqueIndex('audit_alerts_once').on(table.staffId, table.day, table.cause),
		index('audit_alerts_open').on(table.closedAt),
		oneOf('audit_alerts_cause', table.cause, ALERT_CAUSES),
		check('audit_alerts_closed_whole', sql`(${table.closedAt} is null) = (${table.closedBy} is null)`),
	],
);
