import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { OBSERVATION_MODES } from '#app/domain/observations/observation.ts';
import type { ObservationId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { id, moment, oneOf } from '../columns.ts';
import { sessions } from '../sessions.ts';
import { staff } from '../staff.ts';

/** What one observer scored of one session, by one version of the form. Its content is in its versions. */
export const observations = sqliteTable(
	'observations',
	{
		id: id<ObservationId>().primaryKey(),
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		observerId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		formVersion: integer().notNull(),
		begunAt: moment().notNull(),
	},
	(table) => [uniqueIndex('observations_of_session').on(table.sessionId, table.observerId)],
);

/** A saved version of an observation: a draft, or submitted. Every save is a new row; none is ever changed. */
export const observationVersions = sqliteTable(
	'observation_versions',
	{
		observationId: id<ObservationId>()
			.notNull()
			.references(() => observations.id),
		version: integer().notNull(),
		isSubmitted: integer({ mode: 'boolean' }).notNull(),
		mode: text({ enum: OBSERVATION_MODES }).notNull(),
		/** For the team, once it is released. */
		strengths: text(),
		nextSteps: text(),
		/** For the leads alone. */
		note: text(),
		savedAt: moment().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.observationId, table.version] }),
		check('observation_versions_version', sql`${table.version} >= 1`),
		oneOf('observation_versions_mode', table.mode, OBSERVATION_MODES),
	],
);

/** The score of an item in a version. An item without one is missing: it has no row. */
export const observationScores = sqliteTable(
	'observation_scores',
	{
		observationId: id<ObservationId>().notNull(),
		version: integer().notNull(),
		itemKey: text().notNull(),
		score: integer().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.observationId, table.version, table.itemKey] }),
		foreignKey({
			columns: [table.observationId, table.version],
			foreignColumns: [observationVersions.observationId, observationVersions.version],
		}),
		check('observation_scores_score', sql`${table.score} >= 0`),
	],
);

/** That a lead let the facilitators read a version; the newest of them is what they read. */
export const observationReleases = sqliteTable(
	'observation_releases',
	{
		observationId: id<ObservationId>().notNull(),
		version: integer().notNull(),
		releasedAt: moment().notNull(),
		releasedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [
		primaryKey({ columns: [table.observationId, table.version] }),
		foreignKey({
			columns: [table.observationId, table.version],
			foreignColumns: [observationVersions.observationId, observationVersions.version],
		}),
	],
);
