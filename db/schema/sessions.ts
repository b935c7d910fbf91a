import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { MARKS, type Mark, type Reason } from '#app/domain/attendance/marks.ts';
import { HOMEWORK_ANSWERS } from '#app/domain/attendance/taking-part.ts';
import { ACTIVITY_RATINGS, type ActivityRating } from '#app/domain/fidelity/activity-ratings.ts';
import { PLAN_DECISIONS } from '#app/domain/scheduling/changes/plan-decisions.ts';
import { ASKED_BY, SESSION_KINDS, SESSION_STATES } from '#app/domain/scheduling/session.ts';
import type { CohortId, EnrolmentId, ImportId, LogId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { day, id, isDay, moment, oneOf, time, version } from './columns.ts';
import { imports } from './imports.ts';
import { staff } from './staff.ts';

/** Dated sessions. Day, wall time and length are what was agreed; the two instants are derived from them. */
export const sessions = sqliteTable(
	'sessions',
	{
		id: id<SessionId>().primaryKey(),
		cohortId: id<CohortId>()
			.notNull()
			.references(() => cohorts.id),
		planNumber: integer().notNull(),
		/** Of its plan; `catch-up` makes up for a session of the plan that its register’s people missed (decision 0017). */
		kind: text({ enum: SESSION_KINDS }).notNull(),
		/** Whose individual session it is, booked for them alone; empty for the cohort's own sessions, placeholders too. */
		enrolmentId: id<EnrolmentId>().references(() => enrolments.id),
		state: text({ enum: SESSION_STATES }).notNull(),
		stateReason: text(),
		/** Empty for an individual session that nobody has booked yet. */
		day: day(),
		startTime: time(),
		lengthMinutes: integer().notNull(),
		startsAt: moment(),
		endsAt: moment(),
		timeVersion: version(),
		sequence: integer().notNull().default(0),
		changedAt: moment().notNull(),
		version: version(),
	},
	(table) => [
		// Each plan is live once: beside a cancelled session its plan may be scheduled again (§2.8).
		uniqueIndex('sessions_plan_live_once')
			.on(table.cohortId, table.planNumber)
			.where(sql`${table.enrolmentId} is null and ${table.kind} <> 'catch-up' and ${table.state} <> 'cancelled'`),
		uniqueIndex('sessions_booked_once')
			.on(table.enrolmentId, table.planNumber)
			.where(sql`${table.enrolmentId} is not null and ${table.state} <> 'cancelled'`),
		index('sessions_cohort').on(table.cohortId, table.planNumber),
		index('sessions_starts').on(table.startsAt),
		index('sessions_day').on(table.day),
		oneOf('sessions_kind', table.kind, SESSION_KINDS),
		oneOf('sessions_state', table.state, SESSION_STATES),
		isDay('sessions_day', table.day),
		check('sessions_length', sql`${table.lengthMinutes} between 1 and 600`),
		check(
			'sessions_timed',
			sql`(${table.day} is null) = (${table.startsAt} is null) and (${table.day} is null) = (${table.endsAt} is null) and (${table.day} is null) = (${table.startTime} is null)`,
		),
		check(
			'sessions_catch_up',
			sql`${table.kind} <> 'catch-up' or (${table.enrolmentId} is null and ${table.startsAt} is not null)`,
		),
		check('sessions_cancelled_why', sql`${table.state} <> 'cancelled' or ${table.stateReason} is not null`),
	],
);

/** Every time that a session ever had, with who set it and why; the newest one stands in `sessions` (§2.7). */
export const sessionTimes = sqliteTable(
	'session_times',
	{
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		timeVersion: integer().notNull(),
		day: day().notNull(),
		startTime: time().notNull(),
		lengthMinutes: integer().notNull(),
		setAt: moment().notNull(),
		setBy: id<StaffId>().references(() => staff.id),
		/** Who asked for it; empty for the first plan, and for what an import found. */
		askedBy: text({ enum: ASKED_BY }),
		why: text().notNull(),
	},
	(table) => [primaryKey({ columns: [table.sessionId, table.timeVersion] })],
);

/** What was decided of a plan that had no session of its own: left out, merged with another, or run over into it (§2.8). */
export const planDecisions = sqliteTable(
	'plan_decisions',
	{
		sessionId: id<SessionId>()
			.primaryKey()
			.references(() => sessions.id),
		decision: text({ enum: PLAN_DECISIONS }).notNull(),
		otherSessionId: id<SessionId>().references(() => sessions.id),
		reason: text().notNull(),
		decidedAt: moment().notNull(),
		decidedBy: id<StaffId>().references(() => staff.id),
	},
	(table) => [
		oneOf('plan_decisions_decision', table.decision, PLAN_DECISIONS),
		check(
			'plan_decisions_other',
			sql`(${table.decision} = 'not-delivered') = (${table.otherSessionId} is null) and ${table.otherSessionId} is not ${table.sessionId}`,
		),
	],
);

/** One expected row for each member and session, from enrolment on; an empty mark is “not yet recorded” (§5.1). */
export const registerRows = sqliteTable(
	'register_rows',
	{
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		enrolmentId: id<EnrolmentId>()
			.notNull()
			.references(() => enrolments.id),
		/** False once an exit before the session took the person off its register. */
		expected: integer({ mode: 'boolean' }).notNull().default(true),
		mark: text().$type<Mark>(),
		/** Unknown minutes of a late mark come only from an import. */
		minutes: integer(),
		reason: text().$type<Reason>(),
		note: text(),
		markedAt: moment(),
		markedBy: id<StaffId>().references(() => staff.id),
		version: version(),
	},
	(table) => [
		primaryKey({ columns: [table.sessionId, table.enrolmentId] }),
		index('register_rows_enrolment').on(table.enrolmentId),
		oneOf('register_rows_mark', table.mark, MARKS),
		check('register_rows_minutes', sql`${table.minutes} between 1 and 600`),
		check('register_rows_marked', sql`(${table.mark} is null) or (${table.markedAt} is not null)`),
	],
);

/** Every mark ever saved, the current one included: corrections are appended, never overwritten (§5.5). */
export const registerEntries = sqliteTable(
	'register_entries',
	{
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		enrolmentId: id<EnrolmentId>()
			.notNull()
			.references(() => enrolments.id),
		version: integer().notNull(),
		mark: text().$type<Mark>(),
		minutes: integer(),
		reason: text().$type<Reason>(),
		note: text(),
		correctionReason: text(),
		markedAt: moment().notNull(),
		markedBy: id<StaffId>().references(() => staff.id),
	},
	(table) => [primaryKey({ columns: [table.sessionId, table.enrolmentId, table.version] })],
);

/** How somebody who attended took part, and what became of their homework: the newest version stands, the others are kept. */
export const takingPartEntries = sqliteTable(
	'taking_part_entries',
	{
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		enrolmentId: id<EnrolmentId>()
			.notNull()
			.references(() => enrolments.id),
		version: integer().notNull(),
		/** A level of the programme’s, from 1; empty is missing, never a level. */
		engagement: integer(),
		homework: text({ enum: HOMEWORK_ANSWERS }),
		correctionReason: text(),
		savedAt: moment().notNull(),
		savedBy: id<StaffId>().references(() => staff.id),
	},
	(table) => [
		primaryKey({ columns: [table.sessionId, table.enrolmentId, table.version] }),
		index('taking_part_enrolment').on(table.enrolmentId),
		oneOf('taking_part_homework', table.homework, HOMEWORK_ANSWERS),
		check('taking_part_engagement', sql`${table.engagement} between 1 and 4`),
	],
);

/** Plans made up for, each once for a person: at the catch-up that `sessionId` names, or as an import says (§5.8). */
export const catchUps = sqliteTable(
	'catch_ups',
	{
		enrolmentId: id<EnrolmentId>()
			.notNull()
			.references(() => enrolments.id),
		planNumber: integer().notNull(),
		doneOn: day(),
		/** The catch-up; null for one that came in with an import. */
		sessionId: id<SessionId>().references(() => sessions.id),
		importId: id<ImportId>().references(() => imports.id),
	},
	(table) => [
		primaryKey({ columns: [table.enrolmentId, table.planNumber] }),
		index('catch_ups_session').on(table.sessionId),
		check('catch_ups_whence', sql`${table.sessionId} is null or ${table.importId} is null`),
	],
);

/** What one facilitator says was delivered. A correction is a new row with the next version (§7.1). */
export const deliveryLogs = sqliteTable(
	'delivery_logs',
	{
		id: id<LogId>().primaryKey(),
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		version: integer().notNull(),
		note: text(),
		/** The keys of the activities as they were delivered, one after the other; empty when nothing is said of it. */
		deliveredOrder: text({ mode: 'json' }).$type<readonly string[]>(),
		savedAt: moment().notNull(),
	},
	(table) => [uniqueIndex('delivery_logs_version').on(table.sessionId, table.staffId, table.version)],
);

export const activityRatings = sqliteTable(
	'activity_ratings',
	{
		logId: id<LogId>()
			.notNull()
			.references(() => deliveryLogs.id),
		activityKey: text().notNull(),
		rating: text().$type<ActivityRating>().notNull(),
		/** Actual minutes; empty when the facilitator did not say. */
		minutes: integer(),
		reason: text(),
	},
	(table) => [
		primaryKey({ columns: [table.logId, table.activityKey] }),
		oneOf('activity_ratings_rating', table.rating, ACTIVITY_RATINGS),
		check('activity_ratings_minutes', sql`${table.minutes} between 0 and 600`),
	],
);
