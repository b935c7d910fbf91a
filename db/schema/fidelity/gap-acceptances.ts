import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { GAP_KINDS } from '#app/domain/gaps/gap-kinds.ts';
import type { CohortId, EnrolmentId, GapAcceptanceId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { cohorts, enrolments } from '../cohorts.ts';
import { id, moment, oneOf } from '../columns.ts';
import { sessions } from '../sessions.ts';
import { staff } from '../staff.ts';

/**
 * A lead’s word that nobody can mend a gap any more, with how much was missing then. What was taken back, or ended because
 * the gap was gone or became more, is kept; one stands for each gap (§7.9).
 */
export const gapAcceptances = sqliteTable(
	'gap_acceptances',
	{
		id: id<GapAcceptanceId>().primaryKey(),
		kind: text({ enum: GAP_KINDS }).notNull(),
		cohortId: id<CohortId>()
			.notNull()
			.references(() => cohorts.id),
		/** What it is about: one of the two. */
		sessionId: id<SessionId>().references(() => sessions.id),
		enrolmentId: id<EnrolmentId>().references(() => enrolments.id),
		/** How much was missing when it was accepted, as `GapExtent` says: a list of keys and ids, and a number. */
		missing: text({ mode: 'json' }).$type<readonly string[]>().notNull().default([]),
		missingMany: integer().notNull().default(0),
		reason: text().notNull(),
		acceptedAt: moment().notNull(),
		acceptedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		takenBackAt: moment(),
		takenBackBy: id<StaffId>().references(() => staff.id),
		endedAt: moment(),
	},
	(table) => [
		uniqueIndex('gap_acceptances_session')
			.on(table.kind, table.sessionId)
			.where(sql`${table.sessionId} is not null and ${table.takenBackAt} is null and ${table.endedAt} is null`),
		uniqueIndex('gap_acceptances_place')
			.on(table.kind, table.enrolmentId)
			.where(sql`${table.enrolmentId} is not null and ${table.takenBackAt} is null and ${table.endedAt} is null`),
		index('gap_acceptances_cohort').on(table.cohortId),
		oneOf('gap_acceptances_kind', table.kind, GAP_KINDS),
		check('gap_acceptances_about', sql`(${table.sessionId} is null) <> (${table.enrolmentId} is null)`),
		check('gap_acceptances_reason', sql`length(${table.reason}) > 0`),
		check('gap_acceptances_back', sql`(${table.takenBackAt} is null) = (${table.takenBackBy} is null)`),
	],
);
