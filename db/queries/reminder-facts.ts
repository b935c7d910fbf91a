import { and, asc, eq, gt, inArray, isNull, lte, ne, or, type SQL } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access } from '#app/domain/access/policy.ts';
import type { CohortState } from '#app/domain/cohorts/cohort.ts';
import type { SendingFacts } from '#app/domain/reminders/may-we-send.ts';
import { OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import type { ReminderFacts } from '#app/domain/reminders/plan-reminders.ts';
import type { EnrolmentId, MessageId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { cohorts, enrolments, outbox, registerRows, safeContacts, sessions } from '../schema/index.ts';
import { toSafeContact } from './safe-contacts.ts';
import { toSession } from './sessions.ts';
import { visibleCohorts } from './visible-cohorts.ts';

/** A person and a session that may need a reminder. */
export type ReminderCandidate = {
	readonly personId: PersonId;
	readonly enrolmentId: EnrolmentId;
	readonly sessionId: SessionId;
	readonly facts: ReminderFacts;
};

/** The message that reminds of this row's session at the time that it has now. */
const IS_ITS_REMINDER = and(
	eq(outbox.enrolmentId, registerRows.enrolmentId),
	eq(outbox.sessionId, registerRows.sessionId),
	eq(outbox.kind, 'reminder'),
	eq(outbox.timeVersion, sessions.timeVersion),
);

/** Every expected person of every session that starts after `from` and up to `until`, while this time of it has no reminder; none of a draft (§2.9). */
export function listReminderCandidates(
	db: Db,
	actor: Actor,
	{ from, until }: { readonly from: Instant; readonly until: Instant },
): ReminderCandidate[] {
	return db
		.select({
			session: sessions,
			cohortState: cohorts.state,
			enrolment: enrolments,
			row: registerRows,
			contact: safeContacts,
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(safeContacts, holdsFor(enrolments.personId))
		.leftJoin(outbox, IS_ITS_REMINDER)
		.where(
			and(
				isNull(outbox.id),
				ne(cohorts.state, 'draft'),
				eq(sessions.state, 'scheduled'),
				gt(sessions.startsAt, from),
				lte(sessions.startsAt, until),
				eq(registerRows.expected, true),
				visible(db, actor),
			),
		)
		.orderBy(asc(sessions.startsAt), asc(registerRows.enrolmentId))
		.all()
		.map((found) => ({
			personId: found.enrolment.personId,
			enrolmentId: found.enrolment.id,
			sessionId: found.session.id,
			facts: toFacts(found),
		}));
}

export type MessageToJudge = ReturnType<typeof toMessageToJudge>;

/** Every message that has not left and may still, or may again until its use is past. */
export function listOpenMessages(db: Db, actor: Actor, now: Instant): MessageToJudge[] {
	const stillToDecide = or(inArray(outbox.state, ['queued', 'blocked']), gt(outbox.useBy, now));
	return selectToJudge(db, and(inArray(outbox.state, [...OPEN_STATES]), stillToDecide, visible(db, actor)));
}

/** The message whose turn it is: queued, due, and the longest due of all; null when there is none. */
export function findDueMessage(db: Db, actor: Actor, now: Instant): MessageToJudge | null {
	const due = and(eq(outbox.state, 'queued'), lte(outbox.dueAt, now), visible(db, actor));
	return selectToJudge(db, due, 1)[0] ?? null;
}

/** The message with everything that decides on it, if the actor may write (or, when asked so, read) it; null otherwise. */
export function findMessageToJudge(db: Db, actor: Actor, id: MessageId, may: Access = 'write'): MessageToJudge | null {
	return selectToJudge(db, and(eq(outbox.id, id), visible(db, actor, may)))[0] ?? null;
}

/** The messages whose sender has not come back in time. */
export function listLapsedLeases(db: Db, actor: Actor, now: Instant): MessageToJudge[] {
	const lapsed = and(eq(outbox.state, 'leased'), lte(outbox.leasedUntil, now));
	return selectToJudge(db, and(lapsed, visible(db, actor)));
}

function selectToJudge(db: Db, condition: SQL | undefined, limit = -1) {
	return db
		.select({
			message: outbox,
			session: sessions,
			cohortState: cohorts.state,
			enrolment: enrolments,
			row: registerRows,
			contact: safeContacts,
		})
		.from(outbox)
		.innerJoin(sessions, eq(sessions.id, outbox.sessionId))
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.leftJoin(
			registerRows,
			and(eq(registerRows.sessionId, outbox.sessionId), eq(registerRows.enrolmentId, outbox.enrolmentId)),
		)
		.leftJoin(safeContacts, holdsFor(enrolments.personId))
		.where(condition)
		.orderBy(asc(outbox.dueAt), asc(outbox.id))
		.limit(limit)
		.all()
		.map(toMessageToJudge);
}

type Found = {
	readonly message: typeof outbox.$inferSelect;
	readonly session: typeof sessions.$inferSelect;
	readonly cohortState: CohortState;
	readonly enrolment: typeof enrolments.$inferSelect;
	readonly row: typeof registerRows.$inferSelect | null;
	readonly contact: typeof safeContacts.$inferSelect | null;
};

function toMessageToJudge({ message, ...found }: Found) {
	const { timeVersion, useBy } = message;
	const facts: SendingFacts = { ...toFacts(found), message: { timeVersion, useBy } };
	return { ...message, personId: found.enrolment.personId, facts };
}

function toFacts({ session, cohortState, enrolment, row, contact }: Omit<Found, 'message'>): ReminderFacts {
	return {
		session: toSession(session),
		cohortState,
		enrolmentState: enrolment.state,
		isExpected: row?.expected ?? false,
		mark: row?.mark ?? null,
		contact: contact && toSafeContact(contact),
	};
}

function holdsFor(personId: typeof enrolments.personId) {
	return and(eq(safeContacts.personId, personId), isNull(safeContacts.supersededAt));
}

function visible(db: Db, actor: Actor, may: Access = 'write'): SQL {
	return visibleCohorts(db, actor, may, 'message');
}
