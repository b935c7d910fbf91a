import { and, asc, eq, exists, gte, isNotNull, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId, StaffId, VenueId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { cohorts, enrolments, registerRows, rooms, sessions, venues } from '../schema/index.ts';
import { delivers } from './access/session-teams.ts';
import { visibleSessions } from './visible-cohorts.ts';

/** Whose plan it is. */
export type PlanOf =
	| { readonly venueId: VenueId }
	| { readonly staffId: StaffId }
	/**
	 * What one person comes to: the group’s sessions from the one at which they join, those booked for
	 * them alone, and their catch-ups.
	 */
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
			kind: sessions.kind,
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
	if ('staffId' in of) return delivers(db, of);
	const isAhead = and(eq(enrolments.cohortId, cohorts.id), lte(enrolments.joinsAtPlan, sessions.planNumber));
	const hasPlace = exists(
		db
			.select({ one: sql`1` })
			.from(enrolments)
			.where(and(isAhead, eq(enrolments.id, of.enrolmentId))),
	);
	const isForAll = and(isNull(sessions.enrolmentId), eq(sessions.kind, 'group'));
	const isExpected = exists(
		db
			.select({ one: sql`1` })
			.from(registerRows)
			.where(
				and(
					eq(registerRows.sessionId, sessions.id),
					eq(registerRows.enrolmentId, of.enrolmentId),
					registerRows.expected,
				),
			),
	);
	const isTheirCatchUp = and(eq(sessions.kind, 'catch-up'), isExpected);
	return and(hasPlace, or(isForAll, isTheirCatchUp, eq(sessions.enrolmentId, of.enrolmentId))) as SQL;
}
