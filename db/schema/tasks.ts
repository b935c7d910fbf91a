import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CohortId, ConcernId, EnrolmentId, SessionId, StaffId, TaskId } from '#app/domain/shared/ids.ts';
import { TASK_EVENTS, TASK_STATES } from '#app/domain/tasks/task.ts';
import { TASK_DESKS, TASK_KINDS } from '#app/domain/tasks/task-kinds.ts';
import { TASK_OUTCOMES } from '#app/domain/tasks/task-outcomes.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { day, id, isDay, moment, oneOf, version } from './columns.ts';
import { sessions } from './sessions.ts';
import { staff } from './staff.ts';

/** Something that somebody has to do by a day. One for each cause: what is opened again is the same task. */
export const tasks = sqliteTable(
	'tasks',
	{
		id: id<TaskId>().primaryKey(),
		kind: text({ enum: TASK_KINDS }).notNull(),
		/** Who may see it at all. With the side of its cohort it says of which side it is. */
		desk: text({ enum: TASK_DESKS }).notNull(),
		/** The one of them whose it is; null: whoever of them comes first. */
		ownerId: id<StaffId>().references(() => staff.id),
		cohortId: id<CohortId>()
			.notNull()
			.references(() => cohorts.id),
		enrolmentId: id<EnrolmentId>().references(() => enrolments.id),
		sessionId: id<SessionId>().references(() => sessions.id),
		cause: text().notNull(),
		/** What it asks for beyond its kind, in words. */
		words: text(),
		dueOn: day().notNull(),
		openedAt: moment().notNull(),
		state: text({ enum: TASK_STATES }).notNull(),
		outcome: text({ enum: TASK_OUTCOMES }),
		note: text(),
		/** When whoever stands one step further up was told that it is overdue. */
		toldOnAt: moment(),
		version: version(),
	},
	(table) => [
		uniqueIndex('tasks_cause').on(table.cause),
		index('tasks_open').on(table.cohortId, table.desk).where(sql`${table.state} = 'open'`),
		index('tasks_overdue').on(table.dueOn).where(sql`${table.state} = 'open'`),
		index('tasks_enrolment').on(table.enrolmentId),
		index('tasks_session').on(table.sessionId),
		oneOf('tasks_kind', table.kind, TASK_KINDS),
		oneOf('tasks_desk', table.desk, TASK_DESKS),
		oneOf('tasks_state', table.state, TASK_STATES),
		oneOf('tasks_outcome', table.outcome, TASK_OUTCOMES),
		isDay('tasks_due_on', table.dueOn),
		check('tasks_done', sql`(${table.state} = 'done') = (${table.outcome} is not null)`),
	],
);

/** What happened to a task, in order: only ever added to. Nobody: the clock, or the command line. */
export const taskEntries = sqliteTable(
	'task_entries',
	{
		taskId: id<TaskId>()
			.notNull()
			.references(() => tasks.id),
		number: integer().notNull(),
		event: text({ enum: TASK_EVENTS }).notNull(),
		at: moment().notNull(),
		by: id<StaffId>().references(() => staff.id),
		/** To whom it was given; null: back to its desk. */
		toId: id<StaffId>().references(() => staff.id),
		words: text(),
	},
	(table) => [
		primaryKey({ columns: [table.taskId, table.number] }),
		oneOf('task_entries_event', table.event, TASK_EVENTS),
	],
);

/**
 * That something about a person concerned a facilitator at a session: once for each of the
 * three. It goes to the leads (§5.7).
 */
export const concerns = sqliteTable(
	'concerns',
	{
		id: id<ConcernId>().primaryKey(),
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		enrolmentId: id<EnrolmentId>()
			.notNull()
			.references(() => enrolments.id),
		raisedBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		raisedAt: moment().notNull(),
		/** The leads’ task that it opened last: what is added after one was settled opens another. */
		taskId: id<TaskId>()
			.notNull()
			.references(() => tasks.id),
	},
	(table) => [
		uniqueIndex('concerns_once').on(table.sessionId, table.enrolmentId, table.raisedBy),
		index('concerns_task').on(table.taskId),
	],
);

/** What was said of a concern, in order: only ever added to. Each line adds words, an answer about the referrer, or both. */
export const concernEntries = sqliteTable(
	'concern_entries',
	{
		concernId: id<ConcernId>()
			.notNull()
			.references(() => concerns.id),
		number: integer().notNull(),
		words: text(),
		tellReferrer: integer({ mode: 'boolean' }),
		at: moment().notNull(),
		by: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [
		primaryKey({ columns: [table.concernId, table.number] }),
		check('concern_entries_says', sql`${table.words} is not null or ${table.tellReferrer} is not null`),
	],
);
