import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { id, moment } from '../columns.ts';
import { staff } from '../staff.ts';

/**
 * Where the provider’s bands of fidelity begin, for every version of a programme (decision 0028): only ever added to, so
 * that it can be told which limits a page was read by. The newest row stands.
 */
export const programmeBands = sqliteTable(
	'programme_bands',
	{
		slug: text().notNull(),
		number: integer().notNull(),
		good: integer().notNull(),
		watch: integer().notNull(),
		setAt: moment().notNull(),
		setBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [
		primaryKey({ columns: [table.slug, table.number] }),
		check(
			'programme_bands_order',
			sql`0 <= ${table.watch} and ${table.watch} < ${table.good} and ${table.good} <= 100`,
		),
	],
);
