import { and, asc, eq, exists, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import { type Recorded, standingSessions } from '#app/domain/scheduling/changes/term.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import {
	cohorts,
	deliveryLogs,
	enrolments,
	people,
	planDecisions,
	registerRows,
	sessions,
	sessionTimes,
	staff,
} from '../schema/index.ts';
import { inOrderOfNames, shownPerson } from './access/visible-people.ts';
import { isOfTerm, type SessionRow, toSession } from './sessions.ts';
import { visibleCohorts, visibleSessions } from './visible-cohorts.ts';

export type ChangeableSession = SessionRow & { readonly recorded: Recorded };

/**
 * The sessions of a cohort that the actor may change, with what is recorded of each: `term` has one for each
 * plan, `booked` the individual sessions of single people that stand, `catchUps` those that stand. All empty when it is not
 * theirs.
 */
export function listChangeableSessions(db: Db, actor: Actor, cohortId: CohortId) {
	const found = db
		.select({ session: sessions, marks: marksOf(db), apologies: apologiesOf(db), logs: logsOf(db) })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(sessions.cohortId, cohortId), visibleCohorts(db, actor, 'write', 'session')))
		.orderBy(asc(sessions.planNumber), asc(sessions.startsAt))
		.all()
		.map(({ session, marks, apologies, logs }): ChangeableSession => {
			const recorded = marks || logs ? 'more' : apologies ? 'apologies' : 'nothing';
			return { ...toSession(session), recorded };
		});
	return {
		term: standingSessions(found.filter(({ enrolmentId, kind }) => enrolmentId === null && kind !== 'catch-up')),
		booked: found.filter(({ enrolmentId, state }) => enrolmentId !== null && state !== 'cancelled'),
		catchUps: found.filter(({ kind, state }) => kind === 'catch-up' && state !== 'cancelled'),
	};
}

/**
 * The placeholder of the plan of a booked individual session, for the rule on where its person is expected,
 * whoever records; null without one.
 */
export function findPlaceholder(
	db: Db,
	{ cohortId, planNumber }: Pick<SessionRow, 'cohortId' | 'planNumber'>,
): SessionId | null {
	const found = db
		.select({ id: sessions.id })
		.from(sessions)
		.where(
			and(
				eq(sessions.cohortId, cohortId),
				eq(sessions.planNumber, planNumber),
				isNull(sessions.enrolmentId),
				isOfTerm(),
				ne(sessions.state, 'cancelled'),
			),
		)
		.get();
	return found?.id ?? null;
}

/** Everybody who has a row at this placeholder, by name, with the session that is booked for them and stands. */
export function listBookings(
	db: Db,
	actor: Actor,
	{ id, cohortId, planNumber }: Pick<SessionRow, 'id' | 'cohortId' | 'planNumber'>,
) {
	const booked = alias(sessions, 'booked');
	return db
		.select({
			enrolmentId: enrolments.id,
			enrolledOn: enrolments.enrolledOn,
			state: enrolments.state,
			...shownPerson(db, actor),
			bookedId: booked.id,
			bookedDay: booked.day,
			bookedStart: booked.startTime,
			bookedLength: booked.lengthMinutes,
			bookedState: booked.state,
		})
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, registerRows.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(
			booked,
			and(
				eq(booked.cohortId, cohortId),
				eq(booked.planNumber, planNumber),
				eq(booked.enrolmentId, enrolments.id),
				ne(booked.state, 'cancelled'),
			),
		)
		.where(and(eq(registerRows.sessionId, id), visibleSessions(db, actor, 'read', 'register.marks')))
		.orderBy(...inOrderOfNames(db, actor), asc(enrolments.id))
		.all();
}

/** What was decided of the plans of a cohort that the actor may read, by plan number. */
export function listPlanDecisions(db: Db, actor: Actor, cohortId: CohortId) {
	const other = alias(sessions, 'other');
	return db
		.select({ planNumber: sessions.planNumber, decision: planDecisions.decision, otherPlan: other.planNumber })
		.from(planDecisions)
		.innerJoin(sessions, eq(sessions.id, planDecisions.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(other, eq(other.id, planDecisions.otherSessionId))
		.where(and(eq(sessions.cohortId, cohortId), visibleCohorts(db, actor, 'read', 'cohort')))
		.orderBy(asc(sessions.planNumber))
		.all();
}

/** Whether anybody ever had a place in the cohort: for the rule on laying out into the past, never for a page. */
export function hasHadMembers(db: Db, cohortId: CohortId): boolean {
	const any = db.select({ id: enrolments.id }).from(enrolments).where(eq(enrolments.cohortId, cohortId)).limit(1);
	return any.get() !== undefined;
}

/** Every time that the session had, the newest first, with who set it, who asked and why; of sessions that the actor may read. */
export function listTimesOf(db: Db, actor: Actor, sessionId: SessionId) {
	return db
		.select({
			timeVersion: sessionTimes.timeVersion,
			day: sessionTimes.day,
			startTime: sessionTimes.startTime,
			lengthMinutes: sessionTimes.lengthMinutes,
			setAt: sessionTimes.setAt,
			setBy: staff.name,
			askedBy: sessionTimes.askedBy,
			why: sessionTimes.why,
		})
		.from(sessionTimes)
		.innerJoin(sessions, eq(sessions.id, sessionTimes.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(staff, eq(staff.id, sessionTimes.setBy))
		.where(and(eq(sessionTimes.sessionId, sessionId), visibleSessions(db, actor, 'read', 'session')))
		.orderBy(sql`${sessionTimes.timeVersion} desc`)
		.all();
}

/** The other sessions of the same plan and for the same people, cancelled ones included, in order of time; none of a catch-up. */
export function listSessionsOfPlan(
	db: Db,
	actor: Actor,
	{ id, cohortId, planNumber, enrolmentId, kind }: SessionRow,
): SessionRow[] {
	if (kind === 'catch-up') return [];
	return db
		.select({ session: sessions })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				eq(sessions.cohortId, cohortId),
				eq(sessions.planNumber, planNumber),
				sql`${sessions.enrolmentId} is ${enrolmentId}`,
				isOfTerm(),
				ne(sessions.id, id),
				visibleSessions(db, actor, 'read', 'session'),
			),
		)
		.orderBy(asc(sessions.startsAt))
		.all()
		.map(({ session }) => toSession(session));
}

/** What was decided of the session's plan; null when nothing was, or the session is not the actor's to read. */
export function findPlanDecision(db: Db, actor: Actor, sessionId: SessionId) {
	return (
		db
			.select({
				decision: planDecisions.decision,
				otherSessionId: planDecisions.otherSessionId,
				reason: planDecisions.reason,
				decidedAt: planDecisions.decidedAt,
				decidedBy: staff.name,
			})
			.from(planDecisions)
			.innerJoin(sessions, eq(sessions.id, planDecisions.sessionId))
			.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
			.leftJoin(staff, eq(staff.id, planDecisions.decidedBy))
			.where(and(eq(planDecisions.sessionId, sessionId), visibleSessions(db, actor, 'read', 'session')))
			.get() ?? null
	);
}

function marksOf(db: Db) {
	return rowsWith(db, and(isNotNull(registerRows.mark), ne(registerRows.mark, 'absent-notified')));
}

function apologiesOf(db: Db) {
	return rowsWith(db, eq(registerRows.mark, 'absent-notified'));
}

function rowsWith(db: Db, condition: ReturnType<typeof and>) {
	const rows = db
		.select({ one: sql`1` })
		.from(registerRows)
		.where(and(eq(registerRows.sessionId, sessions.id), registerRows.expected, condition));
	return sql<0 | 1>`${exists(rows)}`;
}

function logsOf(db: Db) {
	const logs = db.select({ one: sql`1` }).from(deliveryLogs).where(eq(deliveryLogs.sessionId, sessions.id));
	return sql<0 | 1>`${exists(logs)}`;
}
