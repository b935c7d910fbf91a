import { and, asc, eq, exists, gt, ne, notExists, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { Side } from '#app/domain/programmes/programme.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import type { CoverId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type SessionTeamMember, sessionTeam } from '#app/domain/team/session-team.ts';
import type { Db } from '../../client.ts';
import { cohorts, sessionCovers, sessions, staff, staffRoles, venues } from '../../schema/index.ts';
import { listCatchUpStaff, listOpenCovers, listTimesOnTeams } from '../access/session-teams.ts';
import { toSession } from '../sessions.ts';
import { visibleSessions } from '../visible-cohorts.ts';

export type NamedTeamMember = SessionTeamMember & { readonly name: string };

/** Who delivers the session, with their names: the cohort's team then, and who stands in. Ask for one that the actor may read. */
export function listSessionTeam(db: Db, session: Pick<Session, 'id' | 'cohortId' | 'time'>): NamedTeamMember[] {
	const terms = listTimesOnTeams(db, [session.cohortId]);
	const covers = listOpenCovers(db, { sessionId: session.id });
	const named = listCatchUpStaff(db, { sessionId: session.id }).get(session.id) ?? null;
	const names = new Map<StaffId, string>(terms.map(({ staffId, name }) => [staffId, name]));
	for (const { coveringId, covering } of covers) names.set(coveringId, covering);
	return sessionTeam(session, terms, covers, named).map((one) => ({ ...one, name: names.get(one.staffId)! }));
}

/**
 * Every request for cover of the session, whatever became of it, the latest first; ask for a session
 * whose cover the actor may arrange.
 */
export function listCoversOf(db: Db, sessionId: SessionId) {
	return selectCovers(db, eq(sessionCovers.sessionId, sessionId));
}

/** The request, for the one who is asked; null for anybody else. */
export function findOwnCover(db: Db, actor: StaffActor, id: CoverId) {
	if (!mayAtAll(actor, 'write', 'own-cover')) return null;
	return selectCovers(db, and(eq(sessionCovers.id, id), eq(sessionCovers.coveringId, actor.staffId)))[0] ?? null;
}

/** The session that the request is for, if the actor may arrange its cover; null otherwise. */
export function findSessionOfCover(db: Db, actor: StaffActor, id: CoverId): SessionId | null {
	const found = db
		.select({ id: sessions.id })
		.from(sessionCovers)
		.innerJoin(sessions, eq(sessions.id, sessionCovers.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(sessionCovers.id, id), visibleSessions(db, actor, 'write', 'cover')))
		.get();
	return found?.id ?? null;
}

/** The session of a request as the rule judges it, and the cohort that it is of; ask for a request that the actor may read. */
export function findCoveredSession(db: Db, sessionId: SessionId) {
	const { id, side, programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohorts;
	const found = db
		.select({
			session: sessions,
			cohort: { id, side, slug, version, variant, venue: venues.name },
		})
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.where(eq(sessions.id, sessionId))
		.get()!;
	return { session: toSession(found.session), cohort: found.cohort };
}

/**
 * What the actor is asked to stand in at and has not answered, of sessions to come: for the rule
 * that says what of it they may see.
 */
export function listCoversToAnswer(db: Db, { staffId }: StaffActor, now: Instant): readonly CoverId[] {
	const waits = and(
		eq(sessionCovers.coveringId, staffId),
		eq(sessionCovers.state, 'asked'),
		gt(sessions.startsAt, now),
	);
	return db
		.select({ id: sessionCovers.id })
		.from(sessionCovers)
		.innerJoin(sessions, eq(sessions.id, sessionCovers.sessionId))
		.where(and(waits, ne(sessions.state, 'cancelled')))
		.orderBy(asc(sessions.startsAt), asc(sessionCovers.id))
		.all()
		.map(({ id }) => id);
}

/** Active facilitators by name who may be on a team of the side: a partner-support worker is on none of the perpetrator side. */
export function listFacilitatorsOfSide(db: Db, side: Side) {
	const fits = side === 'perpetrator' ? notExists(withRole(db, 'partner-support')) : undefined;
	return db
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.where(and(eq(staff.state, 'active'), exists(withRole(db, 'facilitator')), fits))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
}

function selectCovers(db: Db, which: SQL | undefined) {
	const covering = alias(staff, 'covering');
	const asker = alias(staff, 'asker');
	return db
		.select({
			id: sessionCovers.id,
			sessionId: sessionCovers.sessionId,
			absentId: sessionCovers.absentId,
			absent: staff.name,
			coveringId: sessionCovers.coveringId,
			covering: covering.name,
			state: sessionCovers.state,
			askedBy: sessionCovers.askedBy,
			asker: asker.name,
			askedAt: sessionCovers.askedAt,
			settledAt: sessionCovers.settledAt,
			version: sessionCovers.version,
		})
		.from(sessionCovers)
		.innerJoin(staff, eq(staff.id, sessionCovers.absentId))
		.innerJoin(covering, eq(covering.id, sessionCovers.coveringId))
		.innerJoin(asker, eq(asker.id, sessionCovers.askedBy))
		.where(which)
		.orderBy(sql`${sessionCovers.askedAt} desc`, asc(covering.name), asc(sessionCovers.id))
		.all();
}

function withRole(db: Db, role: 'facilitator' | 'partner-support') {
	const held = alias(staffRoles, 'roles_held');
	return db
		.select({ one: sql`1` })
		.from(held)
		.where(and(eq(held.staffId, staff.id), eq(held.role, role)));
}
