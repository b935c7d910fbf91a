import { sql } from 'drizzle-orm';
import { check, index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { WEEKDAYS, type Weekday } from '#app/domain/shared/calendar-day.ts';
import type { AccreditationId, LeaveId, StaffId } from '#app/domain/shared/ids.ts';
import { day, id, isDay, moment, oneOf, time } from './columns.ts';
import { staff } from './staff.ts';

/**
 * For which programme a facilitator is accredited, from one day to another, both included; without an end until further
 * notice. One that is renewed is a row more, so that what was delivered under the earlier one stays delivered under it.
 */
export const staffAccreditations = sqliteTable(
	'staff_accreditations',
	{
		id: id<AccreditationId>().primaryKey(),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		programmeSlug: text().notNull(),
		accreditedOn: day().notNull(),
		expiresOn: day(),
		/** Empty for a list that the operator brought in. */
		recordedBy: id<StaffId>().references(() => staff.id),
		recordedAt: moment().notNull(),
	},
	(table) => [
		uniqueIndex('staff_accreditations_once').on(table.staffId, table.programmeSlug, table.accreditedOn),
		index('staff_accreditations_expires').on(table.expiresOn),
		isDay('staff_accreditations_from', table.accreditedOn),
		isDay('staff_accreditations_to', table.expiresOn),
		check('staff_accreditations_days', sql`${table.expiresOn} is null or ${table.expiresOn} >= ${table.accreditedOn}`),
	],
);

/** The hours of the week in which a facilitator delivers sessions. Nobody who said none is bound to any. */
export const staffAvailability = sqliteTable(
	'staff_availability',
	{
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		weekday: text().$type<Weekday>().notNull(),
		fromTime: time().notNull(),
		toTime: time().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.staffId, table.weekday, table.fromTime] }),
		oneOf('staff_availability_weekday', table.weekday, WEEKDAYS),
		check('staff_availability_hours', sql`${table.fromTime} < ${table.toTime}`),
	],
);

/** Days on which a member of staff is away, both ends included. Why is nobody's business here, and is not kept. */
export const staffLeave = sqliteTable(
	'staff_leave',
	{
		id: id<LeaveId>().primaryKey(),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		fromDay: day().notNull(),
		toDay: day().notNull(),
	},
	(table) => [
		uniqueIndex('staff_leave_once').on(table.staffId, table.fromDay),
		isDay('staff_leave_from', table.fromDay),
		isDay('staff_leave_to', table.toDay),
		check('staff_leave_days', sql`${table.fromDay} <= ${table.toDay}`),
	],
);
