import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { BOUNCE_KINDS } from '#app/domain/reminders/bounces.ts';
import { MESSAGE_DECISIONS } from '#app/domain/reminders/cause-of-message.ts';
import { MESSAGE_KINDS, SETTABLE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { MESSAGE_STATES } from '#app/domain/reminders/message-states.ts';
import { CALL_OUTCOMES } from '#app/domain/reminders/texts/call.ts';
import { TEXT_DELIVERY_STATES } from '#app/domain/reminders/texts/text-delivery.ts';
import type {
	CohortId,
	EnrolmentId,
	Id,
	MessageId,
	SafeContactId,
	SessionId,
	StaffId,
} from '#app/domain/shared/ids.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { id, moment, oneOf, version } from './columns.ts';
import { safeContacts } from './people.ts';
import { sessions } from './sessions.ts';
import { staff } from './staff.ts';

/** One row for each person, session, kind and version of the time: planned once, however often planning runs (§8.2). */
export const outbox = sqliteTable(
	'outbox',
	{
		id: id<MessageId>().primaryKey(),
		enrolmentId: id<EnrolmentId>()
			.notNull()
			.references(() => enrolments.id),
		sessionId: id<SessionId>()
			.notNull()
			.references(() => sessions.id),
		kind: text({ enum: MESSAGE_KINDS }).notNull(),
		timeVersion: integer().notNull(),
		state: text({ enum: MESSAGE_STATES }).notNull(),
		/** Not before this moment, and not after `useBy`. */
		dueAt: moment().notNull(),
		useBy: moment().notNull(),
		plannedAt: moment().notNull(),
		/** Who holds it while it is leased, and until when. */
		leaseOwner: text(),
		leasedUntil: moment(),
		attempts: integer().notNull().default(0),
		/** Set before a byte goes to the mail server: from then on nobody but the server's answer can say that it did not arrive. */
		handedOverAt: moment(),
		/** The safe-contact record that allowed it. */
		safeContactId: id<SafeContactId>().references(() => safeContacts.id),
		/** What somebody said of one that leaves only once it is approved; empty while nobody has, and for all others. */
		decision: text({ enum: MESSAGE_DECISIONS }),
		decidedAt: moment(),
		decidedBy: id<StaffId>().references(() => staff.id),
		/** The rule's own word for why it did not leave, or what the mail server said. */
		reason: text(),
		/** The message as it left. */
		sentTo: text(),
		subject: text(),
		body: text(),
		sentAt: moment(),
		version: version(),
	},
	(table) => [
		uniqueIndex('outbox_once').on(table.enrolmentId, table.sessionId, table.kind, table.timeVersion),
		index('outbox_due').on(table.state, table.dueAt),
		index('outbox_session').on(table.sessionId),
		index('outbox_handed_over').on(table.handedOverAt),
		oneOf('outbox_kind', table.kind, MESSAGE_KINDS),
		oneOf('outbox_state', table.state, MESSAGE_STATES),
		oneOf('outbox_decision', table.decision, MESSAGE_DECISIONS),
		check(
			'outbox_decided',
			sql`(${table.decision} is null) = (${table.decidedAt} is null) and (${table.decision} is null or ${table.kind} = 'missed-you')`,
		),
	],
);

/** What came of ringing somebody in the place of a message, each time: only ever added to. */
export const messageCalls = sqliteTable(
	'message_calls',
	{
		id: id<Id<'call'>>().primaryKey(),
		messageId: id<MessageId>()
			.notNull()
			.references(() => outbox.id),
		outcome: text({ enum: CALL_OUTCOMES }).notNull(),
		/** When they rang, or decided not to. */
		at: moment().notNull(),
		by: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		recordedAt: moment().notNull(),
		/** By which record of how they are reached; empty for who was not rung. */
		safeContactId: id<SafeContactId>().references(() => safeContacts.id),
		note: text(),
	},
	(table) => [
		index('message_calls_message').on(table.messageId),
		oneOf('message_calls_outcome', table.outcome, CALL_OUTCOMES),
		check('message_calls_contact', sql`(${table.outcome} = 'not-rung') = (${table.safeContactId} is null)`),
		check('message_calls_note', sql`${table.outcome} <> 'not-rung' or ${table.note} is not null`),
	],
);

/** What the service that sends texts reported of one: the first report of how it ended stands. */
export const textDeliveries = sqliteTable(
	'text_deliveries',
	{
		messageId: id<MessageId>()
			.primaryKey()
			.references(() => outbox.id),
		state: text({ enum: TEXT_DELIVERY_STATES }).notNull(),
		reportedAt: moment().notNull(),
	},
	(table) => [oneOf('text_deliveries_state', table.state, TEXT_DELIVERY_STATES)],
);

/** The messages that left and came back, once each: the first report of it stands. */
export const mailBounces = sqliteTable(
	'mail_bounces',
	{
		messageId: id<MessageId>()
			.primaryKey()
			.references(() => outbox.id),
		kind: text({ enum: BOUNCE_KINDS }).notNull(),
		/** What the mail server said, such as 5.1.1 (RFC 3463). */
		status: text().notNull(),
		reportedAt: moment().notNull(),
	},
	(table) => [oneOf('mail_bounces_kind', table.kind, BOUNCE_KINDS)],
);

/** The kinds of messages that are off, for the organisation or for one cohort; on again deletes the row (decision 0029). */
export const messageKindsOff = sqliteTable(
	'message_kinds_off',
	{
		id: id<Id<'kind-off'>>().primaryKey(),
		kind: text({ enum: SETTABLE_KINDS }).notNull(),
		/** Empty: for the whole organisation. */
		cohortId: id<CohortId>().references(() => cohorts.id),
		turnedOffAt: moment().notNull(),
		turnedOffBy: id<StaffId>()
			.notNull()
			.references(() => staff.id),
	},
	(table) => [
		uniqueIndex('message_kinds_off_here').on(table.kind).where(sql`${table.cohortId} is null`),
		uniqueIndex('message_kinds_off_there').on(table.kind, table.cohortId).where(sql`${table.cohortId} is not null`),
		oneOf('message_kinds_off_kind', table.kind, SETTABLE_KINDS),
		check(
			'message_kinds_off_cohort',
			sql`${table.cohortId} is null or ${table.kind} not in ('tasks-due', 'week-ahead')`,
		),
	],
);
