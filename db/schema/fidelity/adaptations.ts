import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ADAPTATION_DECISIONS } from '#app/domain/fidelity/adaptation-records.ts';
import { FRAME } from '#app/domain/fidelity/frame.ts';
import type { AdaptationId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { id, moment, oneOf } from '../columns.ts';
import { sessions } from '../sessions.ts';
import { staff } from '../staff.ts';

/** What was changed in a session, by FRAME’s eight questions (§7.5). The lists of answers are held by the rule: they are editable. */
export const adaptations = sqliteTable(
	'adaptations',
	{
		id: id<AdaptationId>().primaryKey(),
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		activityKey: text(),
		when: text().notNull(),
		how: text().notNull(),
		planned: text().notNull(),
		isLasting: integer({ mode: 'boolean' }).notNull(),
		decidedBy: text().notNull(),
		what: text().notNull(),
		contentChange: text(),
		contextChange: text(),
		level: text().notNull(),
		fidelity: text().notNull(),
		goal: text().notNull(),
		reason: text().notNull(),
		recordedAt: moment().notNull(),
		recordedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [
		index('adaptations_session').on(table.sessionId),
		oneOf('adaptations_planned', table.planned, FRAME.planned),
		check('adaptations_said', sql`length(${table.how}) > 0 and length(${table.reason}) > 0`),
	],
);

/** What a lead decided of an adaptation that was proposed; each is decided once. */
export const adaptationDecisions = sqliteTable(
	'adaptation_decisions',
	{
		adaptationId: id<AdaptationId>()
			.primaryKey()
			.references(() => adaptations.id),
		decision: text({ enum: ADAPTATION_DECISIONS }).notNull(),
		reason: text(),
		decidedAt: moment().notNull(),
		decidedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [
		oneOf('adaptation_decisions_decision', table.decision, ADAPTATION_DECISIONS),
		check('adaptation_decisions_reason', sql`${table.decision} <> 'declined' or ${table.reason} is not null`),
	],
);

/**
 * That one row says anew what another one said, and why. What was written first is never changed: it is what a lead may
 * have decided on. A row is corrected once; what corrects it can be corrected in turn.
 */
export const adaptationCorrections = sqliteTable(
	'adaptation_corrections',
	{
		/** The row that stands in place of the other. */
		adaptationId: id<AdaptationId>()
			.primaryKey()
			.references(() => adaptations.id),
		corrects: id<AdaptationId>()
			.notNull()
			.references(() => adaptations.id),
		reason: text().notNull(),
	},
	(table) => [
		uniqueIndex('adaptation_corrections_once').on(table.corrects),
		check('adaptation_corrections_said', sql`length(${table.reason}) > 0`),
	],
);

/** That who wrote it took it back: it will not be done, or it never was; each once. */
export const adaptationWithdrawals = sqliteTable(
	'adaptation_withdrawals',
	{
		adaptationId: id<AdaptationId>()
			.primaryKey()
			.references(() => adaptations.id),
		reason: text().notNull(),
		withdrawnAt: moment().notNull(),
		withdrawnBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [check('adaptation_withdrawals_said', sql`length(${table.reason}) > 0`)],
);
