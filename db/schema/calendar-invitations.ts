import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { INVITATION_METHODS, INVITATION_STATES } from '#app/domain/reminders/calendar-invitation.ts';
import type { CalendarInvitationId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { id, moment, oneOf, version } from './columns.ts';
import { staff } from './staff.ts';

/**
 * One row for each session, member of staff, method and sequence (§8.3). What it says stands here as it is sent: a session
 * that is taken out again, with an import that is undone for instance, still has to be taken out of calendars.
 */
export const calendarInvitations = sqliteTable(
	'calendar_invitations',
	{
		id: id<CalendarInvitationId>().primaryKey(),
		/** No reference: it outlives the session. */
		sessionId: id<SessionId>().notNull(),
		staffId: id<StaffId>()
			.notNull()
			.references(() => staff.id),
		method: text({ enum: INVITATION_METHODS }).notNull(),
		sequence: integer().notNull(),
		title: text().notNull(),
		place: text(),
		startsAt: moment().notNull(),
		endsAt: moment().notNull(),
		changedAt: moment().notNull(),
		state: text({ enum: INVITATION_STATES }).notNull(),
		dueAt: moment().notNull(),
		useBy: moment().notNull(),
		plannedAt: moment().notNull(),
		leaseOwner: text(),
		leasedUntil: moment(),
		attempts: integer().notNull().default(0),
		/** Set before a byte goes to the mail server: from then on only the server can say that it did not arrive. */
		handedOverAt: moment(),
		reason: text(),
		sentTo: text(),
		sentAt: moment(),
		version: version(),
	},
	(table) => [
		uniqueIndex('calendar_invitations_once').on(table.staffId, table.sessionId, table.method, table.sequence),
		index('calendar_invitations_due').on(table.state, table.dueAt),
		oneOf('calendar_invitations_method', table.method, INVITATION_METHODS),
		oneOf('calendar_invitations_state', table.state, INVITATION_STATES),
	],
);
