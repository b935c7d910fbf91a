import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { KeptKind } from '#app/domain/imports/lists/import-kinds.ts';
import type { ImportId, StaffId } from '#app/domain/shared/ids.ts';
import { id, moment, oneOf, version } from './columns.ts';
import { staff } from './staff.ts';

export const IMPORT_STATES = ['uploaded', 'imported', 'undone'] as const;

/** A file that somebody brought in, kept while its import goes on and emptied once it is imported or undone. */
export const imports = sqliteTable(
	'imports',
	{
		id: id<ImportId>().primaryKey(),
		kind: text().$type<KeptKind>().notNull(),
		state: text({ enum: IMPORT_STATES }).notNull(),
		fileName: text().notNull(),
		bytes: blob({ mode: 'buffer' }),
		/** JSON: what the person confirmed so far (sheet, meanings of marks, the cohort to make). */
		choices: text().notNull().default('{}'),
		/** JSON: what came of it, cell by cell, once it is imported. */
		report: text(),
		uploadedBy: id<StaffId>().references(() => staff.id),
		uploadedAt: moment().notNull(),
		importedAt: moment(),
		undoneAt: moment(),
		version: version(),
	},
	(table) => [oneOf('imports_state', table.state, IMPORT_STATES)],
);
