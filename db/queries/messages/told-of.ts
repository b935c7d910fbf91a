import { and, eq, exists, gt, inArray, isNull, lt, ne, not, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ToldOf } from '#app/domain/reminders/cause-of-message.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { enrolments, outbox, registerRows, sessions } from '../../schema/index.ts';

const [told, welcome, ending, ended, earlier, before] = [
	alias(outbox, 'told'),
	alias(outbox, 'welcome'),
	alias(outbox, 'ending'),
	alias(sessions, 'ended_session'),
	alias(registerRows, 'earlier_row'),
	alias(sessions, 'earlier_session'),
];

/** Every message to the person in the row about the session beside it, of whatever kind and version of the time. */
export function toldOf(db: Db, now: Instant): SQL<readonly ToldOf[]> {
	// What waits and is late leaves now, not when it should have.
	const leaves = sql`case when ${told.state} in ('queued', 'leased') then max(${told.dueAt}, ${now}) else ${told.dueAt} end`;
	const at = sql`coalesce(${told.sentAt}, ${told.handedOverAt}, ${leaves})`;
	const all = db
		.select({
			all: sql`json_group_array(json_object('kind', ${told.kind}, 'timeVersion', ${told.timeVersion}, 'state', ${told.state}, 'at', ${at}))`,
		})
		.from(told)
		.where(and(eq(told.enrolmentId, enrolments.id), eq(told.sessionId, sessions.id)));
	return sql<readonly ToldOf[]>`(${all})`.mapWith((text: string) => JSON.parse(text) as ToldOf[]);
}

/** Whether a message on joining left for this place, about another session or another time of this one. */
export function isWelcomed(db: Db): SQL<boolean> {
	const another = or(ne(welcome.sessionId, sessions.id), lt(welcome.timeVersion, sessions.timeVersion));
	const left = and(
		eq(welcome.enrolmentId, enrolments.id),
		eq(welcome.kind, 'joining'),
		inArray(welcome.state, ['leased', 'sent', 'unknown']),
	);
	const found = db.select({ one: sql`1` }).from(welcome).where(and(left, another));
	return sql<boolean>`${exists(found)}`.mapWith(Boolean);
}

/**
 * Whether a message to this place said of another session that it does not go ahead while that session itself was not
 * cancelled: then it was the cohort, and they know.
 */
export function isToldOfEnd(db: Db): SQL<boolean> {
	const found = db
		.select({ one: sql`1` })
		.from(ending)
		.innerJoin(ended, eq(ended.id, ending.sessionId))
		.where(
			and(
				eq(ending.enrolmentId, enrolments.id),
				eq(ending.kind, 'cancelled'),
				inArray(ending.state, ['queued', 'blocked', 'leased', 'sent', 'unknown']),
				ne(ending.sessionId, sessions.id),
				ne(ended.state, 'cancelled'),
			),
		);
	return sql<boolean>`${exists(found)}`.mapWith(Boolean);
}

/** Whether this is the next session to come for the person in the row, in this place of theirs. */
export function isNext(db: Db, now: Instant): SQL<boolean> {
	const sooner = db
		.select({ one: sql`1` })
		.from(earlier)
		.innerJoin(before, eq(before.id, earlier.sessionId))
		.where(
			and(
				eq(earlier.enrolmentId, enrolments.id),
				eq(earlier.expected, true),
				eq(before.state, 'scheduled'),
				gt(before.startsAt, now),
				gt(sessions.startsAt, before.startsAt),
			),
		);
	return sql<boolean>`not ${exists(sooner)}`.mapWith(Boolean);
}

/** Whether no session was or is before this one for the person in the row, in this place of theirs. */
export function isFirst(db: Db): SQL<boolean> {
	const one = db
		.select({ one: sql`1` })
		.from(earlier)
		.innerJoin(before, eq(before.id, earlier.sessionId))
		.where(
			and(
				eq(earlier.enrolmentId, enrolments.id),
				eq(earlier.expected, true),
				ne(before.state, 'cancelled'),
				not(isNull(before.startsAt)),
				gt(sessions.startsAt, before.startsAt),
			),
		);
	return sql<boolean>`not ${exists(one)}`.mapWith(Boolean);
}
