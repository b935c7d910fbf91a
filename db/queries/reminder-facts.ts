import { and, asc, eq, exists, gt, inArray, isNull, ne, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access } from '#app/domain/access/policy.ts';
import type { CohortState } from '#app/domain/cohorts/cohort.ts';
import type { SendingFacts } from '#app/domain/reminders/may-we-send.ts';
import { type MessageKind, wantedAt } from '#app/domain/reminders/message-kinds.ts';
import { OPEN_STATES } from '#app/domain/reminders/message-lifecycle.ts';
import type { PlanningFacts } from '#app/domain/reminders/plan-messages.ts';
import type { EnrolmentId, MessageId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { prepareFor } from '../prepared.ts';
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
import { isKindOn } from './messages/kinds-off.ts';
import { type Moment, mayBeWanted, WINDOW_STAND_IN, windowOf } from './messages/may-be-wanted.ts';
import { isPlannedOf, isTouchedBy, type PlannedOf, shapeOfPlanned, standInForPlanned } from './messages/planned-of.ts';
import { isFirst, isToldOfEnd, isWelcomed, toldOf } from './messages/told-of.ts';
import { hasWords } from './messages/wordings.ts';
import { toSafeContact } from './safe-contacts.ts';
import { toSession } from './sessions.ts';
import { visibleCohorts } from './visible-cohorts.ts';

/** A person and a session that may need a message. */
export type MessageCandidate = {
	readonly personId: PersonId;
	readonly reference: string;
	readonly enrolmentId: EnrolmentId;
	readonly sessionId: SessionId;
	readonly facts: PlanningFacts;
};

/** Which messages of which people are looked at: of one kind, to the perpetrator side or to the others. */
export type Looked = { readonly kind: MessageKind; readonly toPerpetrators: boolean };

/** What decides on a message, beside how the person is reached. */
const decides = { session: sessions, cohortState: cohorts.state, enrolment: enrolments, row: registerRows };

/** A message about this row’s session at the time that it has now. */
const IS_ABOUT_IT = and(
	eq(outbox.enrolmentId, registerRows.enrolmentId),
	eq(outbox.sessionId, registerRows.sessionId),
	eq(outbox.timeVersion, sessions.timeVersion),
);

/**
 * Every person on the register of every session of which a message of the kind may be wanted now, while this time of it
 * has none; none of a draft (§2.9).
 */
export function listMessageCandidates(
	db: Db,
	actor: Actor,
	{ kind, toPerpetrators }: Looked,
	moment: Moment,
	of: PlannedOf = {},
): MessageCandidate[] {
	// Every change asks it for each kind and side, and drizzle takes far longer to write it than the database to answer.
	const name = `message candidates ${kind} ${toPerpetrators} ${shapeOfPlanned(of)}`;
	const { query, values } = prepareFor(db, actor, name, (standIn) =>
		selectCandidates(db, standIn, { kind, toPerpetrators }, standInForPlanned(of)).prepare(),
	);
	return query.all({ ...values, ...windowOf(kind, moment), ...of }).map((found) => ({
		personId: found.enrolment.personId,
		reference: found.reference,
		enrolmentId: found.enrolment.id,
		sessionId: found.session.id,
		facts: toFacts(found, moment),
	}));
}

function selectCandidates(db: Db, actor: Actor, { kind, toPerpetrators }: Looked, of: PlannedOf) {
	return db
		.select({ ...decides, reference: people.reference, ...reachOf(db, WINDOW_STAND_IN.now, sql`${kind}`) })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(safeContacts, holdsFor(enrolments.personId))
		.leftJoin(outbox, and(IS_ABOUT_IT, eq(outbox.kind, kind)))
		.where(
			and(
				isNull(outbox.id),
				ne(cohorts.state, 'draft'),
				mayBeWanted(db, kind, WINDOW_STAND_IN),
				eq(registerRows.expected, true),
				isOfSide(toPerpetrators),
				isPlannedOf(of, registerRows.sessionId),
				visible(db, actor),
			),
		)
		.orderBy(asc(sessions.startsAt), asc(registerRows.enrolmentId));
}

function isOfSide(toPerpetrators: boolean): SQL {
	return toPerpetrators ? eq(people.side, 'perpetrator') : ne(people.side, 'perpetrator');
}

export type MessageToJudge = ReturnType<typeof toMessageToJudge>;

/** Every message that has not left and may still, or may again until its use is past. */
export function listOpenMessages(
	db: Db,
	actor: Actor,
	{ kind, toPerpetrators }: Looked,
	moment: Moment,
	of: PlannedOf = {},
): MessageToJudge[] {
	const name = `open messages ${kind} ${toPerpetrators} ${shapeOfPlanned(of)}`;
	const { query, values } = prepareFor(db, actor, name, (standIn) =>
		selectOpen(db, standIn, { kind, toPerpetrators }, standInForPlanned(of)).prepare(),
	);
	return query.all({ ...values, now: moment.now, ...of }).map((found) => toMessageToJudge(found, moment));
}

function selectOpen(db: Db, actor: Actor, { kind, toPerpetrators }: Looked, of: PlannedOf) {
	const { now } = WINDOW_STAND_IN;
	const stillToDecide = or(inArray(outbox.state, ['queued', 'blocked']), gt(outbox.useBy, now));
	const open = and(inArray(outbox.state, [...OPEN_STATES]), stillToDecide, eq(outbox.kind, kind));
	// What leaves to his side may move what waits for hers, in whoever’s transaction it is (safety.md §3).
	const whose = toPerpetrators ? isPlannedOf(of, outbox.sessionId) : isTouchedBy(db, of);
	return selectWithFacts(db, now, and(open, isOfSide(toPerpetrators), whose, visible(db, actor)));
}

/** The message with everything that decides on it, if the actor may write (or, when asked so, read) it; null otherwise. */
export function findMessageToJudge(
	db: Db,
	actor: Actor,
	{ id, ...moment }: Moment & { readonly id: MessageId },
	may: Access = 'write',
): MessageToJudge | null {
	const { query, values } = prepareFor(db, actor, `message to judge ${may}`, (standIn) => {
		const isIt = and(eq(outbox.id, sql.placeholder('id')), visible(db, standIn, may));
		return selectWithFacts(db, WINDOW_STAND_IN.now, isIt).prepare();
	});
	const asked = { ...values, id, now: moment.now };
	return query.all(asked).map((found) => toMessageToJudge(found, moment))[0] ?? null;
}

/** The messages of this condition with everything that decides on each; ask for those that the actor may see. */
export function selectToJudge(db: Db, moment: Moment, condition: SQL | undefined) {
	return selectWithFacts(db, moment.now, condition)
		.all()
		.map((found) => toMessageToJudge(found, moment));
}

/** The same query, to be narrowed down or prepared. */
export function selectWithFacts(db: Db, now: Instant, condition: SQL | undefined) {
	return db
		.select({ message: outbox, ...decides, ...reachOf(db, now, outbox.kind) })
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
		.orderBy(asc(outbox.dueAt), asc(outbox.id));
}

type Found = {
	readonly message: typeof outbox.$inferSelect;
	readonly session: typeof sessions.$inferSelect;
	readonly cohortState: CohortState;
	readonly enrolment: typeof enrolments.$inferSelect;
	readonly row: typeof registerRows.$inferSelect | null;
	readonly contact: typeof safeContacts.$inferSelect | null;
} & Reach;

type Reach = Pick<
	SendingFacts,
	| 'side'
	| 'isStopped'
	| 'isShared'
	| 'otherSideAt'
	| 'isOn'
	| 'hasWords'
	| 'isFirst'
	| 'isWelcomed'
	| 'isToldOfEnd'
	| 'told'
>;

/** What decides on anything that is written to the person in the row, whatever it is about. */
function reachOf(db: Db, now: Instant, kind: SQLWrapper) {
	const isStop = and(eq(messageStops.personId, people.id), isNull(messageStops.endedAt));
	const stop = db.select({ one: sql`1` }).from(messageStops).where(isStop);
	return {
		contact: safeContacts,
		side: people.side,
		isStopped: sql<boolean>`${exists(stop)}`.mapWith(Boolean),
		isShared: isShared(db),
		isOn: isKindOn(db, kind, enrolments.cohortId),
		hasWords: hasWords(db, kind),
		...{ isFirst: isFirst(db), isWelcomed: isWelcomed(db), isToldOfEnd: isToldOfEnd(db), told: toldOf(db, now) },
		otherSideAt: otherSideMoments(db, people.id, people.side, now),
	};
}

export function toMessageToJudge({ message, ...found }: Found, { timings, sentBy }: Moment) {
	const { kind, timeVersion, useBy, decision, plannedAt } = message;
	const planned = toFacts(found, { sentBy });
	const { time } = planned.session;
	const wanted = time ? wantedAt(kind, time, timings, plannedAt) : message.dueAt;
	const facts: SendingFacts = { ...planned, message: { kind, timeVersion, useBy, decision, wantedAt: wanted } };
	const { personId, cohortId } = found.enrolment;
	return { ...message, personId, cohortId, facts };
}

function toFacts(
	{ session, cohortState, enrolment, row, contact, ...reach }: Omit<Found, 'message'>,
	{ sentBy }: Pick<Moment, 'sentBy'>,
): PlanningFacts {
	return {
		...reach,
		sentBy,
		session: toSession(session),
		cohortState,
		enrolmentState: enrolment.state,
		isExpected: row?.expected ?? false,
		mark: row?.mark ?? null,
		contact: contact && toSafeContact(contact),
	};
}

/** Whether the actor may write, or as asked read, messages of the cohort. */
export function visible(db: Db, actor: Actor, may: Access = 'write'): SQL {
	return visibleCohorts(db, actor, may, 'message');
}
