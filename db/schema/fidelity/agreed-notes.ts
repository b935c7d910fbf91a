import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { id, moment } from '../columns.ts';
import { sessions } from '../sessions.ts';
import { staff } from '../staff.ts';

/** What those who wrote the logs of a session agree on where they differ: one note, in versions that are only added to. */
export const agreedNotes = sqliteTable(
	'agreed_notes',
	{
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		version: integer().notNull(),
		note: text().notNull(),
		savedAt: moment().notNull(),
		savedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [
		primaryKey({ columns: [table.sessionId, table.version] }),
		check('agreed_notes_version', sql`${table.version} >= 1`),
	],
);
