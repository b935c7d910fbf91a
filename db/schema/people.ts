import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { CONTACT_CHANNELS } from '#app/domain/people/contact-address.ts';
import type { Postcode } from '#app/domain/people/postcode.ts';
import { SIDES, type Side } from '#app/domain/programmes/programme.ts';
import type { MessageLanguage } from '#app/domain/reminders/wording/message-language.ts';
import type { ImportId, MessageStopId, PersonId, SafeContactId, StaffId } from '#app/domain/shared/ids.ts';
import { day, id, isDay, moment, oneOf, time, version } from './columns.ts';
import { imports } from './imports.ts';
import { staff } from './staff.ts';

export const people = sqliteTable(
	'people',
	{
		id: id<PersonId>().primaryKey(),
		/**
		 * The side of the cohorts that the person joins. References are told apart within it only, so that a reference that
		 * is taken says nothing of the other side.
		 */
		side: text().$type<Side>().notNull(),
		/** What the team calls the person on paper, such as CD26/01. */
		reference: text().notNull(),
		givenName: text().notNull(),
		familyName: text().notNull(),
		/** Kept only to notice that somebody on the staff lives close by; shown to nobody but who writes the person. */
		postcode: text().$type<Postcode>(),
		createdAt: moment().notNull(),
		importId: id<ImportId>().references(() => imports.id),
		version: version(),
	},
	(table) => [
		uniqueIndex('people_side_reference').on(table.side, table.reference),
		index('people_import').on(table.importId),
		oneOf('people_side', table.side, SIDES),
	],
);

/** How it is safe to reach a person, as agreed with them. A new record ends the one before; none is ever overwritten. */
export const safeContacts = sqliteTable(
	'safe_contacts',
	{
		id: id<SafeContactId>().primaryKey(),
		personId: id<PersonId>()
			.notNull()
			.references(() => people.id),
		channel: text({ enum: CONTACT_CHANNELS }).notNull(),
		address: text().notNull(),
		/** What all ways of writing the address have in common, to find whoever else has it. */
		addressKey: text().notNull(),
		/** Weekdays parted by spaces; a message leaves only on these. */
		safeDays: text().notNull(),
		safeFrom: time().notNull(),
		safeUntil: time().notNull(),
		mayLeaveVoicemail: integer({ mode: 'boolean' }).notNull().default(false),
		mayNameOrganisation: integer({ mode: 'boolean' }).notNull().default(false),
		withholdsNumber: integer({ mode: 'boolean' }).notNull().default(true),
		codeWord: text(),
		/** Empty: English. */
		language: text().$type<MessageLanguage>(),
		setBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		setAt: moment().notNull(),
		reviewBy: day().notNull(),
		/** Nothing leaves by it before a second person has confirmed it. */
		needsSecondPerson: integer({ mode: 'boolean' }).notNull().default(false),
		confirmedBy: id<StaffId>().references(() => staff.id),
		confirmedAt: moment(),
		/** Since when what is sent there does not arrive. */
		failingSince: moment(),
		/** A record that ended as it was set never held: somebody else may read that address (safety.md §3). */
		supersededAt: moment(),
		endedBy: id<StaffId>().references(() => staff.id),
	},
	(table) => [
		uniqueIndex('safe_contacts_current').on(table.personId).where(sql`${table.supersededAt} is null`),
		index('safe_contacts_person').on(table.personId),
		index('safe_contacts_key').on(table.addressKey),
		oneOf('safe_contacts_channel', table.channel, CONTACT_CHANNELS),
		isDay('safe_contacts_review', table.reviewBy),
		check('safe_contacts_hours', sql`${table.safeFrom} < ${table.safeUntil}`),
		check('safe_contacts_second_person', sql`${table.confirmedBy} is null or ${table.confirmedBy} <> ${table.setBy}`),
		check('safe_contacts_confirmed', sql`(${table.confirmedBy} is null) = (${table.confirmedAt} is null)`),
	],
);

/** Somebody to whom nothing is sent by itself any more, until it is ended: planning, preview and sending ask it. */
export const messageStops = sqliteTable(
	'message_stops',
	{
		id: id<MessageStopId>().primaryKey(),
		personId: id<PersonId>()
			.notNull()
			.references(() => people.id),
		reason: text().notNull(),
		setBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		setAt: moment().notNull(),
		endedBy: id<StaffId>().references(() => staff.id),
		endedAt: moment(),
	},
	(table) => [uniqueIndex('message_stops_current').on(table.personId).where(sql`${table.endedAt} is null`)],
);

/**
 * People on one's own side who are close to somebody at work, a colleague's relative for instance: only the named readers
 * see more of them than the reference. Lifting a restriction deletes the row; the audit trail keeps that it was there.
 */
export const restrictedPeople = sqliteTable('restricted_people', {
	personId: id<PersonId>()
		.primaryKey()
		.references(() => people.id),
	setBy: id<StaffId>()
		.notNull()
		.references(() => staff.id),
	setAt: moment().notNull(),
	version: version(),
});

/** Who may see the name of a restricted person. */
export const restrictedReaders = sqliteTable(
	'restricted_readers',
	{
		personId: id<PersonId>()
			.notNull()
			.references(() => restrictedPeople.personId),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [primaryKey({ columns: [table.personId, table.staffId] })],
);
