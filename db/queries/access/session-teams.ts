import { and, asc, eq, exists, gt, gte, inArray, isNull, lt, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import { alias, union } from 'drizzle-orm/sqlite-core';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Cover } from '#app/domain/team/cover.ts';
import type { TeamTerm } from '#app/domain/team/session-team.ts';
import type { Db } from '../../client.ts';
import { catchUpStaff, formerTeamMembers, sessionCovers, sessions, staff, teamMembers } from '../../schema/index.ts';

type Who = Pick<StaffActor, 'staffId'>;

/**
 * The condition that this member of staff delivers the session, and may still work on it: the rule of `sessionTeam` in the
 * database, which a test holds it to. The one place that says so: registers, logs, today and calendars ask it.
 */
export function delivers(db: Db, { staffId }: Who): SQL {
	const cover = alias(sessionCovers, 'standing_cover');
	const isOf = and(eq(cover.sessionId, sessions.id), eq(cover.state, 'accepted'));
	const covering = db
		.select({ one: sql`1` })
		.from(cover)
		.where(and(isOf, eq(cover.coveringId, staffId), isNull(cover.endedAt)));
	const away = db
		.select({ one: sql`1` })
		.from(cover)
		.where(and(isOf, eq(cover.absentId, staffId)));
	const onTeam = or(exists(onTeamNow(db, staffId)), exists(onTeamThen(db, staffId)));
	const named = db
		.select({ one: sql`1` })
		.from(catchUpStaff)
		.where(and(eq(catchUpStaff.sessionId, sessions.id), eq(catchUpStaff.staffId, staffId)));
	const isTheirs = or(ne(sessions.kind, 'catch-up'), exists(named));
	return sql`(${or(exists(covering), and(onTeam, isTheirs, notExists(away)))})`;
}

/** The ids of the sessions that the member of staff delivers, for `inArray(sessions.id, …)`. */
export function sessionsDeliveredBy(db: Db, who: Who) {
	return db.select({ id: sessions.id }).from(sessions).where(delivers(db, who));
}

/**
 * Everybody whom a duty lets into a cohort now: its team, who stands in at a session, and who left and
 * still has registers to finish.
 */
export function staffOnDuty(db: Db) {
	const team = db
		.select({ cohortId: teamMembers.cohortId, staffId: teamMembers.staffId })
		.from(teamMembers)
		.where(isNull(teamMembers.endedAt));
	const former = db
		.select({ cohortId: formerTeamMembers.cohortId, staffId: formerTeamMembers.staffId })
		.from(formerTeamMembers)
		.where(isNull(formerTeamMembers.endedAt));
	const covering = db
		.select({ cohortId: sessions.cohortId, staffId: sessionCovers.coveringId })
		.from(sessionCovers)
		.innerJoin(sessions, eq(sessions.id, sessionCovers.sessionId))
		.where(and(eq(sessionCovers.state, 'accepted'), isNull(sessionCovers.endedAt)));
	return union(team, former, covering).as('on_duty');
}

/** Everybody's time on the teams of these cohorts, with their names; ask for cohorts or sessions that the actor may read. */
export function listTimesOnTeams(
	db: Db,
	cohortIds: readonly CohortId[],
): (TeamTerm & { cohortId: CohortId; name: string })[] {
	const now = db
		.select({ ...columnsOf(teamMembers), name: staff.name })
		.from(teamMembers)
		.innerJoin(staff, eq(staff.id, teamMembers.staffId))
		.where(inArray(teamMembers.cohortId, [...cohortIds]))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
	const then = db
		.select({ ...columnsOf(formerTeamMembers), leftAt: formerTeamMembers.leftAt, name: staff.name })
		.from(formerTeamMembers)
		.innerJoin(staff, eq(staff.id, formerTeamMembers.staffId))
		.where(inArray(formerTeamMembers.cohortId, [...cohortIds]))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
	const isCo = ({ duty }: TeamTerm) => Number(duty === 'co-facilitator');
	return [...now.map((term) => ({ ...term, leftAt: null })), ...then].toSorted((one, other) => isCo(one) - isCo(other));
}

/**
 * Who of the team is named for each catch-up of these cohorts; no other session is in it. Ask for cohorts or
 * sessions that the actor may read.
 */
export function listCatchUpStaff(
	db: Db,
	which: { cohortIds: readonly CohortId[] } | { sessionId: SessionId },
): ReadonlyMap<SessionId, readonly StaffActor['staffId'][]> {
	const of = 'sessionId' in which ? eq(sessions.id, which.sessionId) : inArray(sessions.cohortId, [...which.cohortIds]);
	const found = db
		.select({ sessionId: sessions.id, staffId: catchUpStaff.staffId })
		.from(sessions)
		.leftJoin(catchUpStaff, eq(catchUpStaff.sessionId, sessions.id))
		.where(and(of, eq(sessions.kind, 'catch-up')))
		.all();
	const ofSession = Map.groupBy(found, ({ sessionId }) => sessionId);
	return new Map([...ofSession].map(([id, rows]) => [id, rows.flatMap(({ staffId }) => staffId ?? [])]));
}

/** The covers that wait or stand at sessions of these cohorts; ask for cohorts or sessions that the actor may read. */
export function listOpenCovers(db: Db, which: { cohortIds: readonly CohortId[] } | { sessionId: SessionId }) {
	const covering = alias(staff, 'covering');
	const of = 'sessionId' in which ? eq(sessions.id, which.sessionId) : inArray(sessions.cohortId, [...which.cohortIds]);
	return db
		.select({
			id: sessionCovers.id,
			sessionId: sessionCovers.sessionId,
			cohortId: sessions.cohortId,
			planNumber: sessions.planNumber,
			kind: sessions.kind,
			absentId: sessionCovers.absentId,
			absent: staff.name,
			coveringId: sessionCovers.coveringId,
			covering: covering.name,
			state: sessionCovers.state,
			startsAt: sessions.startsAt,
			day: sessions.day,
		})
		.from(sessionCovers)
		.innerJoin(sessions, eq(sessions.id, sessionCovers.sessionId))
		.innerJoin(staff, eq(staff.id, sessionCovers.absentId))
		.innerJoin(covering, eq(covering.id, sessionCovers.coveringId))
		.where(and(of, inArray(sessionCovers.state, ['asked', 'accepted'])))
		.orderBy(asc(sessions.startsAt), asc(sessionCovers.id))
		.all() satisfies readonly Cover[];
}

function columnsOf({ cohortId, staffId, duty, joinedAt }: typeof teamMembers | typeof formerTeamMembers) {
	return { cohortId, staffId, duty, joinedAt } as Pick<
		typeof teamMembers,
		'cohortId' | 'staffId' | 'duty' | 'joinedAt'
	>;
}

function onTeamNow(db: Db, staffId: StaffActor['staffId']) {
	const own = alias(teamMembers, 'own_term');
	const begun = or(isNull(own.joinedAt), isNull(sessions.startsAt), lt(own.joinedAt, sessions.startsAt));
	return db
		.select({ one: sql`1` })
		.from(own)
		.where(and(eq(own.cohortId, sessions.cohortId), eq(own.staffId, staffId), isNull(own.endedAt), begun));
}

function onTeamThen(db: Db, staffId: StaffActor['staffId']) {
	const own = alias(formerTeamMembers, 'former_term');
	const begun = or(isNull(own.joinedAt), gt(sessions.startsAt, own.joinedAt));
	return db
		.select({ one: sql`1` })
		.from(own)
		.where(
			and(
				eq(own.cohortId, sessions.cohortId),
				eq(own.staffId, staffId),
				isNull(own.endedAt),
				begun,
				gte(own.leftAt, sessions.startsAt),
			),
		);
}
