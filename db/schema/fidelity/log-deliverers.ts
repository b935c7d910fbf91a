import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { LogId, StaffId } from '#app/domain/shared/ids.ts';
import { id } from '../columns.ts';
import { deliveryLogs } from '../sessions.ts';
import { staff } from '../staff.ts';

/** Who delivered the session, as one version of a log says; no row at all when it does not say (§7.1). */
export const logDeliverers = sqliteTable(
	'log_deliverers',
	{
		logId: id<LogId>()
			.notNull()
			.references(() => deliveryLogs.id),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [primaryKey({ columns: [table.logId, table.staffId] })],
);
