import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { SUPERVISION_EVENTS } from '#app/domain/debrief/supervision.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { id, moment, oneOf } from './columns.ts';
import { sessions } from './sessions.ts';
import { staff } from './staff.ts';

/** What each of the team says of how a session went. A correction is a new row with the next version (decision 0020). */
export const debriefNotes = sqliteTable(
	'debrief_notes',
	{
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		version: integer().notNull(),
		note: text().notNull(),
		savedAt: moment().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.sessionId, table.staffId, table.version] }),
		check('debrief_notes_version', sql`${table.version} >= 1`),
	],
);

/** That a session is to be brought to supervision, and that this was taken back, in order: only ever added to. */
export const supervisionEntries = sqliteTable(
	'supervision_entries',
	{
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		number: integer().notNull(),
		event: text({ enum: SUPERVISION_EVENTS }).notNull(),
		words: text(),
		at: moment().notNull(),
		by: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [
		primaryKey({ columns: [table.sessionId, table.number] }),
		oneOf('supervision_entries_event', table.event, SUPERVISION_EVENTS),
	],
);
