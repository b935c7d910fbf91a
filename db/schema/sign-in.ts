import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Id, StaffId } from '#app/domain/shared/ids.ts';
import { id, moment } from './columns.ts';
import { staff } from './staff.ts';

/** The second factor of a member of staff: the one in use, and one that is being set up beside it until a code confirms it. */
export const secondFactors = sqliteTable('second_factors', {
	staffId: id<StaffId>()
		.primaryKey()
		.references(() => staff.id),
	secret: text(),
	confirmedAt: moment(),
	/** The last step of thirty seconds whose code was used; none at or before it works again. */
	lastStep: integer(),
	pendingSecret: text(),
	pendingSince: moment(),
});

/** Codes for when the phone is gone: shown once, only hashes are kept, each works once. */
export const recoveryCodes = sqliteTable(
	'recovery_codes',
	{
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		codeHash: text().notNull(),
		createdAt: moment().notNull(),
		usedAt: moment(),
	},
	(table) => [primaryKey({ columns: [table.staffId, table.codeHash] })],
);

/** Whom the organisation’s own sign-in knows somebody as: issuer and subject, never an e-mail address. */
export const staffIdentities = sqliteTable(
	'staff_identities',
	{
		issuer: text().notNull(),
		subject: text().notNull(),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		linkedAt: moment().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.issuer, table.subject] }),
		index('staff_identities_staff').on(table.staffId),
	],
);

/**
 * What somebody typed and could not save because their sign-in had run out: closed with a key that only their browser
 * holds, for twelve hours at most.
 */
export const keptForms = sqliteTable(
	'kept_forms',
	{
		id: id<Id<'kept-form'>>().primaryKey(),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		keyHash: text().notNull(),
		path: text().notNull(),
		pageName: text().notNull(),
		sealed: text().notNull(),
		createdAt: moment().notNull(),
		expiresAt: moment().notNull(),
	},
	(table) => [index('kept_forms_staff').on(table.staffId)],
);
