import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { MESSAGE_KINDS, MESSAGE_STATES } from '#app/domain/reminders/message-states.ts';
import type { EnrolmentId, MessageId, SafeContactId, SessionId } from '#app/domain/shared/ids.ts';
import { enrolments } from './cohorts.ts';
import { id, moment, oneOf, version } from './columns.ts';
import { safeContacts } from './people.ts';
import { sessions } from './sessions.ts';

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
		oneOf('outbox_kind', table.kind, MESSAGE_KINDS),
		oneOf('outbox_state', table.state, MESSAGE_STATES),
	],
);
