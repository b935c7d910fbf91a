import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { NOTICE_KINDS, NOTICE_STATES } from '#app/domain/notices/staff-notice.ts';
import type { StaffId, StaffNoticeId } from '#app/domain/shared/ids.ts';
import { id, moment, oneOf, version } from './columns.ts';
import { staff } from './staff.ts';

/** What a member of staff is told of: on a page at once, and by a mail that says only that something waits. */
export const staffNotices = sqliteTable(
	'staff_notices',
	{
		id: id<StaffNoticeId>().primaryKey(),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		kind: text({ enum: NOTICE_KINDS }).notNull(),
		/** The record that it is about; its kind says of which table. */
		aboutId: text().notNull(),
		createdAt: moment().notNull(),
		readAt: moment(),
		/** The mail: as in the outbox, but without a person and without words of its own. */
		state: text({ enum: NOTICE_STATES }).notNull(),
		dueAt: moment().notNull(),
		useBy: moment().notNull(),
		leaseOwner: text(),
		leasedUntil: moment(),
		attempts: integer().notNull().default(0),
		handedOverAt: moment(),
		reason: text(),
		sentAt: moment(),
		version: version(),
	},
	(table) => [
		uniqueIndex('staff_notices_once').on(table.staffId, table.kind, table.aboutId),
		index('staff_notices_due').on(table.state, table.dueAt),
		oneOf('staff_notices_kind', table.kind, NOTICE_KINDS),
		oneOf('staff_notices_state', table.state, NOTICE_STATES),
	],
);
