import { sql } from 'drizzle-orm';
import { check, index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { TEAM_DUTIES, type TeamDuty } from '#app/domain/cohorts/cohort.ts';
import type { CohortId, CoverId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { COVER_STATES } from '#app/domain/team/cover.ts';
import { cohorts } from './cohorts.ts';
import { id, moment, oneOf, version } from './columns.ts';
import { sessions } from './sessions.ts';
import { staff } from './staff.ts';

/**
 * Who was on a cohort's team before it changed: they stay on the team of every session that had begun by then. `endedAt` is
 * set when the days for corrections are over, as it is for the team.
 */
export const formerTeamMembers = sqliteTable(
	'former_team_members',
	{
		cohortId: id<CohortId>()
			.notNull()
			.references(() => cohorts.id),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		duty: text().$type<TeamDuty>().notNull(),
		/** Null for who was on it from the beginning. */
		joinedAt: moment(),
		leftAt: moment().notNull(),
		endedAt: moment(),
	},
	(table) => [
		primaryKey({ columns: [table.cohortId, table.staffId, table.leftAt] }),
		index('former_team_members_staff').on(table.staffId),
		oneOf('former_team_members_duty', table.duty, TEAM_DUTIES),
		check('former_team_members_times', sql`${table.joinedAt} is null or ${table.joinedAt} < ${table.leftAt}`),
	],
);

/** Who of the team delivers a catch-up: every other session is delivered by the whole team (decision 0017). */
export const catchUpStaff = sqliteTable(
	'catch_up_staff',
	{
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [primaryKey({ columns: [table.sessionId, table.staffId] })],
);

/**
 * One facilitator asked to stand in for another at one session, and what became of it. An accepted one
 * is on the team of that session.
 */
export const sessionCovers = sqliteTable(
	'session_covers',
	{
		id: id<CoverId>().primaryKey(),
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		/** For whom; they are off the team of this session while the cover stands. */
		absentId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		coveringId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		state: text({ enum: COVER_STATES }).notNull(),
		askedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		askedAt: moment().notNull(),
		settledAt: moment(),
		/** When the days for corrections after the session are over: the cover lets them in no longer. */
		endedAt: moment(),
		version: version(),
	},
	(table) => [
		uniqueIndex('session_covers_one').on(table.sessionId, table.absentId).where(sql`${table.state} = 'accepted'`),
		uniqueIndex('session_covers_once')
			.on(table.sessionId, table.coveringId)
			.where(sql`${table.state} in ('asked', 'accepted')`),
		index('session_covers_covering').on(table.coveringId),
		oneOf('session_covers_state', table.state, COVER_STATES),
		check('session_covers_other', sql`${table.absentId} <> ${table.coveringId}`),
		check('session_covers_settled', sql`(${table.state} = 'asked') = (${table.settledAt} is null)`),
	],
);
