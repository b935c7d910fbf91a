import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ROLES, type Role } from '#app/domain/access/actor.ts';
import type { Postcode } from '#app/domain/people/postcode.ts';
import { SIDES, type Side } from '#app/domain/programmes/programme.ts';
import type { AreaId, StaffId } from '#app/domain/shared/ids.ts';
import { id, moment, oneOf, version } from './columns.ts';
import { areas } from './places.ts';

export const STAFF_STATES = ['invited', 'active', 'deactivated'] as const;

export const staff = sqliteTable(
	'staff',
	{
		id: id<StaffId>().primaryKey(),
		name: text().notNull(),
		/** Lower case, so that one address is one account. */
		email: text().notNull(),
		passwordHash: text(),
		/** Kept only to notice that they look at somebody who lives close by. */
		postcode: text().$type<Postcode>(),
		state: text({ enum: STAFF_STATES }).notNull(),
		/** Since when a mail puts each session of theirs into their calendar; empty: they did not ask for it. */
		invitesSince: moment(),
		/** When a mail to them came back for good the last time. */
		mailCameBackAt: moment(),
		createdAt: moment().notNull(),
		version: version(),
	},
	(table) => [uniqueIndex('staff_email').on(table.email), oneOf('staff_state', table.state, STAFF_STATES)],
);

export const staffRoles = sqliteTable(
	'staff_roles',
	{
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		role: text().$type<Role>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.staffId, table.role] }), oneOf('staff_roles_role', table.role, ROLES)],
);

/** The areas whose cohorts a coordinator arranges. */
export const staffAreas = sqliteTable(
	'staff_areas',
	{
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		areaId: id<AreaId>()
			.notNull()
			.references(() => areas.id),
	},
	(table) => [primaryKey({ columns: [table.staffId, table.areaId] })],
);

/** The sides whose cohorts a coordinator arranges. */
export const staffSides = sqliteTable(
	'staff_sides',
	{
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		side: text().$type<Side>().notNull(),
	},
	(table) => [primaryKey({ columns: [table.staffId, table.side] }), oneOf('staff_sides_side', table.side, SIDES)],
);

/** A link that works once; only the hash of its secret is kept. */
export const oneTimeLinks = sqliteTable(
	'one_time_links',
	{
		tokenHash: text().primaryKey(),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		createdAt: moment().notNull(),
		expiresAt: moment().notNull(),
		usedAt: moment(),
	},
	(table) => [index('one_time_links_staff').on(table.staffId)],
);

/** One row for each place where somebody is signed in; only the hash of the cookie's secret is kept. */
export const signIns = sqliteTable(
	'sign_ins',
	{
		tokenHash: text().primaryKey(),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		createdAt: moment().notNull(),
		lastSeenAt: moment().notNull(),
		expiresAt: moment().notNull(),
		endedAt: moment(),
		/** When it was proved by a second factor; empty when it was not. */
		secondFactorAt: moment(),
		/** A plain name for where it is, such as “Chrome on Windows”. */
		device: text(),
	},
	(table) => [index('sign_ins_staff').on(table.staffId)],
);

/**
 * Failed attempts of an account or from an address in the running window, and contact details that a member of staff changed
 * in it, so that guessing slows down across restarts. Keys are hashes.
 */
export const signInAttempts = sqliteTable('sign_in_attempts', {
	key: text().primaryKey(),
	failures: integer().notNull(),
	windowStartedAt: moment().notNull(),
});

/** The secret address of a member of staff's calendar; only its hash is kept, and a new one ends the old. */
export const calendarFeeds = sqliteTable(
	'calendar_feeds',
	{
		tokenHash: text().primaryKey(),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		createdAt: moment().notNull(),
		revokedAt: moment(),
	},
	(table) => [index('calendar_feeds_staff').on(table.staffId)],
);
