import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { type MessageTemplate, TEMPLATE_CHANNELS } from '#app/domain/reminders/message-template.ts';
import type { MessageLanguage } from '#app/domain/reminders/wording/message-language.ts';
import type { Id, StaffId } from '#app/domain/shared/ids.ts';
import { id, moment, oneOf } from '../columns.ts';
import { staff } from '../staff.ts';

/**
 * The words that a lead approved, as they were shipped then: only these ever leave to a participant, whatever content says
 * by now. One at a time holds for each message; what ended is kept.
 */
export const messageWordings = sqliteTable(
	'message_wordings',
	{
		id: id<Id<'wording'>>().primaryKey(),
		kind: text({ enum: MESSAGE_KINDS }).notNull(),
		channel: text({ enum: TEMPLATE_CHANNELS }).notNull(),
		language: text().$type<MessageLanguage>().notNull(),
		/** Counts what was approved for this message, from 1. */
		number: integer().notNull(),
		subject: text().notNull(),
		body: text().notNull(),
		samples: text({ mode: 'json' }).$type<MessageTemplate['samples']>().notNull(),
		approvedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		approvedAt: moment().notNull(),
		/** By whoever withdrew it or approved the next. */
		endedBy: id<StaffId>().references(() => staff.id),
		endedAt: moment(),
	},
	(table) => [
		uniqueIndex('message_wordings_current')
			.on(table.kind, table.channel, table.language)
			.where(sql`${table.endedAt} is null`),
		uniqueIndex('message_wordings_number').on(table.kind, table.channel, table.language, table.number),
		oneOf('message_wordings_kind', table.kind, MESSAGE_KINDS),
		oneOf('message_wordings_channel', table.channel, TEMPLATE_CHANNELS),
		check('message_wordings_ended', sql`(${table.endedAt} is null) = (${table.endedBy} is null)`),
	],
);
