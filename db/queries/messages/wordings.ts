import { and, asc, desc, eq, exists, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { SendingRefusal } from '#app/domain/reminders/may-we-send.ts';
import { ENGLISH } from '#app/domain/reminders/wording/message-language.ts';
import type { WordingKey } from '#app/domain/reminders/wording/wording.ts';
import type { TaskState } from '#app/domain/tasks/task.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { enrolments, messageWordings, outbox, safeContacts, staff, tasks } from '../../schema/index.ts';
import { holdsFor } from '../contacts/standing-contact.ts';

/** Somebody who is not written to by mail is told in the words of a text. */
const channelOfContact = sql`case when coalesce(${safeContacts.channel}, 'email') = 'email' then 'email' else 'text' end`;

/** Whether a lead approved words for the kind in the row, for the contact beside it: in their language, or in English. */
export function hasWords(db: Db, kind: SQLWrapper): SQL<boolean> {
	const found = db
		.select({ one: sql`1` })
		.from(messageWordings)
		.where(
			and(
				eq(messageWordings.kind, kind),
				eq(messageWordings.channel, channelOfContact),
				sql`${messageWordings.language} in (${ENGLISH}, ${safeContacts.language})`,
				isNull(messageWordings.endedAt),
			),
		);
	return sql<boolean>`${exists(found)}`.mapWith(Boolean);
}

/** The words in which such a message leaves: those in its language, else in English; null while no lead approved either. For the rule, whoever asks. */
export function findWordsFor(db: Db, { kind, channel, language }: WordingKey) {
	const query = prepareOnce(db, 'words of a message', () =>
		db
			.select()
			.from(messageWordings)
			.where(
				and(
					eq(messageWordings.kind, sql.placeholder('kind')),
					eq(messageWordings.channel, sql.placeholder('channel')),
					sql`${messageWordings.language} in (${sql.placeholder('language')}, ${ENGLISH})`,
					isNull(messageWordings.endedAt),
				),
			)
			.orderBy(asc(eq(messageWordings.language, ENGLISH)))
			.limit(1)
			.prepare(),
	);
	return query.get({ kind, channel, language }) ?? null;
}

export type KeptWording = ReturnType<typeof listWordings>[number];

/** Everything that was ever approved, with by whom and until when, the latest of each message first; nothing for who may not approve. */
export function listWordings(db: Db, actor: Actor) {
	if (!mayAtAll(actor, 'write', 'message-wording')) return [];
	const ender = alias(staff, 'ender');
	return db
		.select({ row: messageWordings, approver: staff.name, ender: ender.name })
		.from(messageWordings)
		.innerJoin(staff, eq(staff.id, messageWordings.approvedBy))
		.leftJoin(ender, eq(ender.id, messageWordings.endedBy))
		.orderBy(desc(messageWordings.number))
		.all()
		.map(({ row, ...by }) => ({ ...row, ...by }));
}

const NOT_APPROVED: SendingRefusal = 'wording-not-approved';

/**
 * Of which messages some are blocked because nobody approved their words, with the cohort of the first that should leave,
 * and what became of the leads’ task for it. Its cause is another after each withdrawal. For the rule, never for a page.
 */
export function listWordingsMissed(db: Db) {
	return prepareOnce(db, 'wordings missed', () => selectMissed(db).prepare()).all();
}

function selectMissed(db: Db) {
	const last = db
		.select({ id: messageWordings.id })
		.from(messageWordings)
		.where(
			and(
				eq(messageWordings.kind, outbox.kind),
				eq(messageWordings.channel, channelOfContact),
				eq(messageWordings.language, ENGLISH),
			),
		)
		.orderBy(desc(messageWordings.number))
		.limit(1);
	const cause = sql<string>`'message-wording:' || ${outbox.kind} || ':' || ${channelOfContact} || ':' || coalesce((${last}), 'none')`;
	return db
		.select({
			...{ cause, kind: outbox.kind, cohortId: enrolments.cohortId },
			first: sql`min(${outbox.dueAt})`,
			taskState: sql<TaskState | null>`(select ${tasks.state} from ${tasks} where ${tasks.cause} = ${cause})`,
		})
		.from(outbox)
		.innerJoin(enrolments, eq(enrolments.id, outbox.enrolmentId))
		.leftJoin(safeContacts, holdsFor(enrolments.personId))
		.where(and(eq(outbox.state, 'blocked'), eq(outbox.reason, NOT_APPROVED)))
		.groupBy(cause)
		.orderBy(asc(cause));
}

/** The open tasks of leads about words that wait. */
export function listWordingTasks(db: Db) {
	return db
		.select({ id: tasks.id, version: tasks.version, cause: tasks.cause })
		.from(tasks)
		.where(and(sql`${tasks.state} = 'open'`, eq(tasks.kind, 'message-wording')))
		.all();
}
