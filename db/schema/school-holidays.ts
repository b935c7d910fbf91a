import { sql } from 'drizzle-orm';
import { check, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AreaId, ImportId, SchoolHolidayId } from '#app/domain/shared/ids.ts';
import { day, id, isDay } from './columns.ts';
import { imports } from './imports.ts';
import { areas } from './places.ts';

/**
 * When the schools of an area are closed, both ends included; a cohort may choose to leave
 * these days out (facts/calendar §3).
 */
export const schoolHolidays = sqliteTable(
	'school_holidays',
	{
		id: id<SchoolHolidayId>().primaryKey(),
		areaId: id<AreaId>()
			.notNull()
			.references(() => areas.id),
		fromDay: day().notNull(),
		toDay: day().notNull(),
		label: text().notNull(),
		/** The day on which somebody entered it, or compared it with the published list. */
		checkedOn: day().notNull(),
		importId: id<ImportId>().references(() => imports.id),
	},
	(table) => [
		uniqueIndex('school_holidays_area_days').on(table.areaId, table.fromDay, table.toDay),
		isDay('school_holidays_from', table.fromDay),
		isDay('school_holidays_to', table.toDay),
		check('school_holidays_order', sql`${table.fromDay} <= ${table.toDay}`),
	],
);
