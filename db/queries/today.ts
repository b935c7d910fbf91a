import { and, asc, count, eq, exists, gte, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, deliveryLogs, enrolments, people, registerRows, rooms, sessions, venues } from '../schema/index.ts';
import { inOrderOfNames, shownPerson, wordsShown } from './access/visible-people.ts';
import { toSession } from './sessions.ts';
import { visibleSessions } from './visible-cohorts.ts';

export type WorkingSession = ReturnType<typeof listWorkingSessions>[number];

/**
 * Every session whose register the actor may take, of every cohort at work, in the order of its plans, with what has been
 * recorded of it: cohorts that recruit or run, and those that met on or after `since`, because what is missing of the last
 * sessions stays missing when a cohort finishes; with `cohortIds`, of these alone. The same number of reads for one cohort
 * and for thirty.
 */
export function listWorkingSessions(db: Db, actor: Actor, since: CalendarDay, cohortIds?: readonly CohortId[]) {
	const working = and(
		cohortIds ? inArray(cohorts.id, [...cohortIds]) : undefined,
		notInArray(cohorts.state, ['cancelled', 'draft']),
		or(inArray(cohorts.state, ['recruiting', 'running']), metSince(db, since)),
		visibleSessions(db, actor, 'write', 'register'),
	) as SQL;
	const registers = new Map(countRegisters(db, working).map(({ sessionId, ...counts }) => [sessionId, counts]));
	const logs = new Map(countLogs(db, working).map((row) => [row.sessionId, row.logs]));
	return selectSessions(db, working).map(({ session, cohort }) => ({
		session: toSession(session),
		cohort,
		counts: {
			...(registers.get(session.id) ?? { expected: 0, notRecorded: 0, apologies: 0 }),
			logs: logs.get(session.id) ?? 0,
		},
	}));
}

/** Who is expected at these sessions, by name, and with what apology. */
export function listExpected(db: Db, actor: Actor, sessionIds: readonly SessionId[]) {
	return db
		.select({
			sessionId: registerRows.sessionId,
			...shownPerson(db, actor),
			mark: registerRows.mark,
			reason: registerRows.reason,
			note: wordsShown(db, actor, { words: registerRows.note, by: registerRows.markedBy }),
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(
			and(
				inArray(registerRows.sessionId, [...sessionIds]),
				registerRows.expected,
				visibleSessions(db, actor, 'read', 'register'),
			),
		)
		.orderBy(...inOrderOfNames(db, actor), asc(registerRows.enrolmentId))
		.all();
}

function metSince(db: Db, since: CalendarDay) {
	const own = alias(sessions, 'own');
	return exists(
		db
			.select({ one: sql`1` })
			.from(own)
			.where(and(eq(own.cohortId, cohorts.id), gte(own.day, since))),
	);
}

/** How many plans the cohort goes through, whoever delivers which. */
const plansOfCohort = sql<number>`(
	select count(distinct ${alias(sessions, 'of_cohort').planNumber}) from ${sessions} as ${sql.identifier('of_cohort')}
	where ${alias(sessions, 'of_cohort').cohortId} = ${cohorts.id}
)`;

function selectSessions(db: Db, working: SQL) {
	return db
		.select({
			session: sessions,
			cohort: {
				...{ id: cohorts.id, name: cohorts.name, venue: venues.name, room: rooms.name, total: plansOfCohort },
				...{ slug: cohorts.programmeSlug, version: cohorts.programmeVersion, variant: cohorts.programmeVariant },
			},
		})
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.leftJoin(rooms, eq(rooms.id, cohorts.roomId))
		.where(working)
		.orderBy(asc(cohorts.name), asc(cohorts.id), asc(sessions.planNumber))
		.all();
}

function countRegisters(db: Db, working: SQL) {
	return db
		.select({
			sessionId: registerRows.sessionId,
			expected: count(),
			notRecorded: sql<number>`sum(${isNull(registerRows.mark)})`,
			apologies: sql<number>`sum(${registerRows.mark} is 'absent-notified')`,
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(working, registerRows.expected))
		.groupBy(registerRows.sessionId)
		.all();
}

function countLogs(db: Db, working: SQL) {
	return db
		.select({ sessionId: deliveryLogs.sessionId, logs: count(sql`distinct ${deliveryLogs.staffId}`) })
		.from(deliveryLogs)
		.innerJoin(sessions, eq(sessions.id, deliveryLogs.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(working)
		.groupBy(deliveryLogs.sessionId)
		.all();
}
