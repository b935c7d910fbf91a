import { and, asc, eq, exists, gte, isNotNull, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId, StaffId, VenueId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, enrolments, rooms, sessions, teamMembers, venues } from '../schema/index.ts';
import { visibleSessions } from './visible-cohorts.ts';

/** Whose plan it is. */
export type PlanOf =
	| { readonly venueId: VenueId }
	| { readonly staffId: StaffId }
	/** What one person comes to: the group’s sessions from the one at which they join, and those booked for them alone. */
	| { readonly enrolmentId: EnrolmentId };

export type Span = { readonly from: CalendarDay; readonly to: CalendarDay };
export type PlannedSession = ReturnType<typeof listPlannedSessions>[number];

/**
 * The sessions with a date within these days, both included, in order of time and cancelled ones among them; only those
 * that the actor may read, and none of a draft (§2.9).
 */
export function listPlannedSessions(db: Db, actor: Actor, of: PlanOf, { from, to }: Span) {
	return db
		.select({
			planNumber: sessions.planNumber,
			state: sessions.state,
			day: sql<CalendarDay>`${sessions.day}`,
			startTime: sessions.startTime,
			lengthMinutes: sessions.lengthMinutes,
			cohort: cohorts.name,
			venue: venues.name,
			room: rooms.name,
		})
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.leftJoin(rooms, eq(rooms.id, cohorts.roomId))
		.where(
			and(
				isNotNull(sessions.startsAt),
				gte(sessions.day, from),
				lte(sessions.day, to),
				ne(cohorts.state, 'draft'),
				conditionOf(db, of),
				visibleSessions(db, actor, 'read', 'session'),
			),
		)
		.orderBy(asc(sessions.startsAt), asc(cohorts.name), asc(sessions.id))
		.all();
}

function conditionOf(db: Db, of: PlanOf): SQL {
	if ('venueId' in of) return eq(cohorts.venueId, of.venueId);
	const one = { one: sql`1` };
	if ('staffId' in of) {
		const isMember = and(eq(teamMembers.cohortId, cohorts.id), eq(teamMembers.staffId, of.staffId));
		return exists(
			db
				.select(one)
				.from(teamMembers)
				.where(and(isMember, isNull(teamMembers.endedAt))),
		);
	}
	const isAhead = and(eq(enrolments.cohortId, cohorts.id), lte(enrolments.joinsAtPlan, sessions.planNumber));
	const hasPlace = exists(
		db
			.select(one)
			.from(enrolments)
			.where(and(isAhead, eq(enrolments.id, of.enrolmentId))),
	);
	const isForAll = and(isNull(sessions.enrolmentId), eq(sessions.kind, 'group'));
	return and(hasPlace, or(isForAll, eq(sessions.enrolmentId, of.enrolmentId))) as SQL;
}
