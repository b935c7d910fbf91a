import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import { grantedRelations, mayAtAll } from '#app/domain/access/policy.ts';
import type { SessionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, rooms, sessionObservers, sessions, staff, staffRoles, venues } from '../../schema/index.ts';

/** Who observes the session, by name; nobody for who may not assign observers. */
export function listObservers(db: Db, actor: Actor, sessionId: SessionId) {
	if (!mayAtAll(actor, 'write', 'observer')) return [];
	return db
		.select({ id: staff.id, name: staff.name })
		.from(sessionObservers)
		.innerJoin(staff, eq(staff.id, sessionObservers.staffId))
		.where(eq(sessionObservers.sessionId, sessionId))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
}

/** Who observes any of these sessions: for the rule that nobody observes what they deliver, never for a page. */
export function listObserverIds(db: Db, sessionIds: readonly SessionId[]): ReadonlySet<StaffId> {
	const found = db
		.selectDistinct({ staffId: sessionObservers.staffId })
		.from(sessionObservers)
		.where(inArray(sessionObservers.sessionId, [...sessionIds]))
		.all();
	return new Set(found.map(({ staffId }) => staffId));
}

/** Active staff with the role of observer, by name; none for who may not assign them. */
export function listPossibleObservers(db: Db, actor: Actor): { readonly id: StaffId; readonly name: string }[] {
	if (!mayAtAll(actor, 'write', 'observer')) return [];
	return db
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.innerJoin(staffRoles, and(eq(staffRoles.staffId, staff.id), eq(staffRoles.role, 'observer')))
		.where(eq(staff.state, 'active'))
		.orderBy(asc(staff.name), asc(staff.id))
		.all();
}

export type ObservedSession = ReturnType<typeof listObservedSessions>[number];

/** The sessions that the actor is assigned to observe, the latest first; none without the role of observer. */
export function listObservedSessions(db: Db, actor: StaffActor) {
	if (!grantedRelations(actor, 'read', 'session').includes('observed')) return [];
	return db
		.select({
			id: sessions.id,
			planNumber: sessions.planNumber,
			kind: sessions.kind,
			state: sessions.state,
			day: sessions.day,
			startTime: sessions.startTime,
			startsAt: sessions.startsAt,
			lengthMinutes: sessions.lengthMinutes,
			endsAt: sessions.endsAt,
			cohort: cohorts.name,
			venue: venues.name,
			room: rooms.name,
		})
		.from(sessionObservers)
		.innerJoin(sessions, eq(sessions.id, sessionObservers.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.leftJoin(rooms, eq(rooms.id, cohorts.roomId))
		.where(eq(sessionObservers.staffId, actor.staffId))
		.orderBy(desc(sessions.startsAt), asc(sessions.id))
		.all();
}
