import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CohortId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { cohorts } from '../cohorts.ts';
import { id, moment } from '../columns.ts';
import { sessions } from '../sessions.ts';
import { staff } from '../staff.ts';

/** A draw of the sessions of a cohort that are to be observed, with all that it takes to draw it again. Never changed. */
export const observationDraws = sqliteTable(
	'observation_draws',
	{
		cohortId: id<CohortId>()
			.notNull()
			.references(() => cohorts.id),
		number: integer().notNull(),
		seed: text().notNull(),
		share: real().notNull(),
		noticeDays: integer().notNull(),
		/** The sessions that it was drawn from, each with its start and who delivered it as it stood then, as JSON. */
		pool: text().notNull(),
		drawnAt: moment().notNull(),
		drawnBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [
		primaryKey({ columns: [table.cohortId, table.number] }),
		check('observation_draws_share', sql`${table.share} between 0 and 1`),
	],
);

/** A session that a draw drew, with its start as the draw knew it. */
export const drawnSessions = sqliteTable(
	'drawn_sessions',
	{
		cohortId: id<CohortId>().notNull(),
		number: integer().notNull(),
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		startsAt: moment().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.cohortId, table.number, table.sessionId] }),
		foreignKey({
			columns: [table.cohortId, table.number],
			foreignColumns: [observationDraws.cohortId, observationDraws.number],
		}),
		index('drawn_sessions_session').on(table.sessionId),
	],
);
