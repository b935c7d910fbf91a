import { and, asc, eq, exists, gt, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access } from '#app/domain/access/policy.ts';
import type { CohortState } from '#app/domain/cohorts/cohort.ts';
import type { SendingFacts } from '#app/domain/reminders/may-we-send.ts';
import { OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import type { ReminderFacts } from '#app/domain/reminders/plan-reminders.ts';
import type { EnrolmentId, MessageId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import {
	cohorts,
	enrolments,
	messageStops,
	outbox,
	people,
	registerRows,
	safeContacts,
	sessions,
} from '../schema/index.ts';
import { otherSideMoments } from './contacts/other-side-moments.ts';
import { holdsFor } from './contacts/standing-contact.ts';
import { isShared } from './contacts/who-shares.ts';
import { toSafeContact } from './safe-contacts.ts';
import { toSession } from './sessions.ts';
import { visibleCohorts } from './visible-cohorts.ts';

/** What is planned anew: everything, or what is of this person. */
export type PlannedOf = { readonly personId?: PersonId };

/** The condition for a row that has its enrolment beside it. */
export function isPlannedOf({ personId }: PlannedOf): SQL | undefined {
	return personId && eq(enrolments.personId, personId);
}

/** A person and a session that may need a reminder. */
export type ReminderCandidate = {
	readonly personId: PersonId;
	readonly enrolmentId: EnrolmentId;
	readonly sessionId: SessionId;
	readonly facts: ReminderFacts;
};

/** What decides on a message, beside how the person is reached. */
const decides = { session: sessions, cohortState: cohorts.state, enrolment: enrolments, row: registerRows };

/** The message that reminds of this row's session at the time that it has now. */
const IS_ITS_REMINDER = and(
	eq(outbox.enrolmentId, registerRows.enrolmentId),
	eq(outbox.sessionId, registerRows.sessionId),
	eq(outbox.kind, 'reminder'),
	eq(outbox.timeVersion, sessions.timeVersion),
);

/**
 * Every expected person of every session that starts after `from` and up to `until`, while this time of it has no
 * reminder; none of a draft (§2.9).
 */
export function listReminderCandidates(
	db: Db,
	actor: Actor,
	{ from, until }: { readonly from: Instant; readonly until: Instant },
	of: PlannedOf = {},
): ReminderCandidate[] {
	const starts = and(gt(sessions.startsAt, from), lte(sessions.startsAt, until));
	return db
		.select({ ...decides, ...reachOf(db, from) })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(safeContacts, holdsFor(enrolments.personId))
		.leftJoin(outbox, IS_ITS_REMINDER)
		.where(
			and(
				isNull(outbox.id),
				ne(cohorts.state, 'draft'),
				eq(sessions.state, 'scheduled'),
				starts,
				eq(registerRows.expected, true),
				isPlannedOf(of),
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
export function listOpenMessages(db: Db, actor: Actor, now: Instant, of: PlannedOf = {}): MessageToJudge[] {
	const stillToDecide = or(inArray(outbox.state, ['queued', 'blocked']), gt(outbox.useBy, now));
	const open = and(inArray(outbox.state, [...OPEN_STATES]), stillToDecide, isPlannedOf(of), visible(db, actor));
	return selectToJudge(db, now, open);
}

/** The messages to this person that somebody has taken up and that are not with the mail server yet. */
export function listTakenMessages(db: Db, personId: PersonId, now: Instant): MessageToJudge[] {
	const taken = and(eq(outbox.state, 'leased'), isNull(outbox.handedOverAt), eq(enrolments.personId, personId));
	return selectToJudge(db, now, taken);
}

/** The message whose turn it is: queued, due, and the longest due of all; null when there is none. */
export function findDueMessage(db: Db, actor: Actor, now: Instant): MessageToJudge | null {
	const due = and(eq(outbox.state, 'queued'), lte(outbox.dueAt, now), visible(db, actor));
	return selectToJudge(db, now, due, 1)[0] ?? null;
}

/** The message with everything that decides on it, if the actor may write (or, when asked so, read) it; null otherwise. */
export function findMessageToJudge(
	db: Db,
	actor: Actor,
	{ id, now }: { readonly id: MessageId; readonly now: Instant },
	may: Access = 'write',
): MessageToJudge | null {
	return selectToJudge(db, now, and(eq(outbox.id, id), visible(db, actor, may)))[0] ?? null;
}

/** The messages whose sender has not come back in time. */
export function listLapsedLeases(db: Db, actor: Actor, now: Instant): MessageToJudge[] {
	const lapsed = and(eq(outbox.state, 'leased'), lte(outbox.leasedUntil, now));
	return selectToJudge(db, now, and(lapsed, visible(db, actor)));
}

function selectToJudge(db: Db, now: Instant, condition: SQL | undefined, limit = -1) {
	return db
		.select({ message: outbox, ...decides, ...reachOf(db, now) })
		.from(outbox)
		.innerJoin(sessions, eq(sessions.id, outbox.sessionId))
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
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
} & Pick<SendingFacts, 'side' | 'isStopped' | 'isShared' | 'otherSideAt'>;

/** What decides on anything that is written to the person in the row, whatever it is about. */
function reachOf(db: Db, now: Instant) {
	const isStop = and(eq(messageStops.personId, people.id), isNull(messageStops.endedAt));
	const stop = db.select({ one: sql`1` }).from(messageStops).where(isStop);
	return {
		contact: safeContacts,
		side: people.side,
		isStopped: sql<boolean>`${exists(stop)}`.mapWith(Boolean),
		isShared: isShared(db),
		otherSideAt: otherSideMoments(db, people.id, people.side, now),
	};
}

function toMessageToJudge({ message, ...found }: Found) {
	const { timeVersion, useBy } = message;
	const facts: SendingFacts = { ...toFacts(found), message: { timeVersion, useBy } };
	return { ...message, personId: found.enrolment.personId, facts };
}

function toFacts({ session, cohortState, enrolment, row, contact, ...reach }: Omit<Found, 'message'>): ReminderFacts {
	const { side, isStopped, isShared, otherSideAt } = reach;
	return {
		...{ side, isStopped, isShared, otherSideAt },
		session: toSession(session),
		cohortState,
		enrolmentState: enrolment.state,
		isExpected: row?.expected ?? false,
		mark: row?.mark ?? null,
		contact: contact && toSafeContact(contact),
	};
}

function visible(db: Db, actor: Actor, may: Access = 'write'): SQL {
	return visibleCohorts(db, actor, may, 'message');
}
