import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { MESSAGE_STATES, type MessageState } from '#app/domain/reminders/message-states.ts';
import type { CallOutcome } from '#app/domain/reminders/texts/call.ts';
import type { CohortId, MessageId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { prepareFor } from '../prepared.ts';
import { cohorts, enrolments, messageCalls, outbox, people, sessions, textDeliveries } from '../schema/index.ts';
import { mayBeReached, shownPerson, visiblePeople } from './access/visible-people.ts';
import { visibleCohorts } from './visible-cohorts.ts';

export const MESSAGES_PER_PAGE = 25;

const columns = {
	id: outbox.id,
	version: outbox.version,
	decision: outbox.decision,
	kind: outbox.kind,
	state: outbox.state,
	reason: outbox.reason,
	dueAt: outbox.dueAt,
	useBy: outbox.useBy,
	attempts: outbox.attempts,
	handedOverAt: outbox.handedOverAt,
	sentAt: outbox.sentAt,
	cohortId: cohorts.id,
	cohort: cohorts.name,
	sessionId: sessions.id,
	planNumber: sessions.planNumber,
	sessionKind: sessions.kind,
	startsAt: sessions.startsAt,
};

/** All messages, or those to a person or of a cohort. */
export type MessagesOf = { readonly personId?: PersonId; readonly cohortId?: CohortId };

export type MessageRow = ReturnType<typeof listMessages>[number];

/** One page, counted from 1, of the messages that the actor may read, in this state or in all: the latest due first. */
export function listMessages(
	db: Db,
	actor: Actor,
	{ state, page }: { readonly state: MessageState | null; readonly page: number },
	of: MessagesOf = {},
) {
	const inState = state ? eq(outbox.state, state) : undefined;
	return selectMessages(db, actor, and(visible(db, actor), inState, isOf(of)))
		.orderBy(desc(outbox.dueAt), desc(outbox.id))
		.limit(MESSAGES_PER_PAGE)
		.offset((page - 1) * MESSAGES_PER_PAGE)
		.all();
}

function isOf({ personId, cohortId }: MessagesOf): SQL | undefined {
	return and(personId && eq(enrolments.personId, personId), cohortId && eq(enrolments.cohortId, cohortId));
}

/** How many messages that the actor may read stand in each state, 0 included. */
export function countMessages(db: Db, actor: Actor, of: MessagesOf = {}): Readonly<Record<MessageState, number>> {
	const counted = db
		.select({ state: outbox.state, messages: count() })
		.from(outbox)
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(visible(db, actor), isOf(of)))
		.groupBy(outbox.state)
		.all();
	const countOf = (state: MessageState) => counted.find((row) => row.state === state)?.messages ?? 0;
	return Object.fromEntries(MESSAGE_STATES.map((state) => [state, countOf(state)])) as Record<MessageState, number>;
}

/** The message, if the actor may read it; null otherwise. */
export function findMessage(db: Db, actor: Actor, id: MessageId): MessageRow | null {
	const { query, values } = prepareFor(db, actor, 'message', (standIn) =>
		selectMessages(db, standIn, and(visible(db, standIn), eq(outbox.id, sql.placeholder('id')))).prepare(),
	);
	return query.get({ ...values, id }) ?? null;
}

/**
 * A message of somebody whom the actor may not be shown how to reach shows neither its words nor where it went or would go;
 * where it went is the safe contact of then, and shows only to who may read one.
 */
function selectMessages(db: Db, actor: Actor, condition: SQL | undefined) {
	const reached = mayBeReached(db, actor);
	const contact = visiblePeople(db, actor, 'read', 'safe-contact');
	return db
		.select({
			...columns,
			...shownPerson(db, actor),
			lastCall: lastCallAbout(db),
			deliveredAs: textDeliveries.state,
			showsWords: sql<0 | 1>`${reached}`,
			sentTo: sql<string | null>`case when ${reached} and ${contact} then ${outbox.sentTo} end`,
			subject: sql<string | null>`case when ${reached} then ${outbox.subject} end`,
			body: sql<string | null>`case when ${reached} then ${outbox.body} end`,
		})
		.from(outbox)
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sessions, eq(sessions.id, outbox.sessionId))
		.leftJoin(textDeliveries, eq(textDeliveries.messageId, outbox.id))
		.where(condition);
}

/** What came of ringing about the message the last time; null where nobody rang. */
function lastCallAbout(db: Db): SQL<CallOutcome | null> {
	const last = db
		.select({ outcome: messageCalls.outcome })
		.from(messageCalls)
		.where(eq(messageCalls.messageId, outbox.id))
		.orderBy(desc(messageCalls.recordedAt), desc(messageCalls.id))
		.limit(1);
	return sql<CallOutcome | null>`(${last})`;
}

function visible(db: Db, actor: Actor): SQL {
	return visibleCohorts(db, actor, 'read', 'message');
}
