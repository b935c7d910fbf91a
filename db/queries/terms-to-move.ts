import { and, asc, eq, exists, gt, gte, inArray, isNotNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { DayOff, MeetsWhere } from '#app/domain/scheduling/day-off.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import {
	cohorts,
	deliveryLogs,
	meetingSlots,
	registerRows,
	sessions,
	skippedWeeks,
	teamMembers,
} from '../schema/index.ts';
import { toSession } from './sessions.ts';
import { visibleCohorts } from './visible-cohorts.ts';

const MEETS_WHERE = {
	areaId: cohorts.areaId,
	nation: cohorts.nation,
	venueId: cohorts.venueId,
	runsOnBankHoliday: cohorts.runsOnBankHoliday,
	skipsSchoolHolidays: cohorts.skipsSchoolHolidays,
};

/** A day on which a cohort is to meet. */
export type MeetingAhead = { readonly cohortId: CohortId; readonly cohort: MeetsWhere; readonly day: CalendarDay };

/** Every session to come of the cohorts whose sessions the actor may move: when, and what decides which days they leave out. */
export function listMeetingsAhead(db: Db, actor: Actor, now: Instant, within?: Pick<DayOff, 'from' | 'to'>) {
	return db
		.select({ cohortId: cohorts.id, cohort: MEETS_WHERE, day: sessions.day })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				eq(sessions.state, 'scheduled'),
				gt(sessions.startsAt, now),
				within && and(gte(sessions.day, within.from), lte(sessions.day, within.to)),
				mayMove(db, actor),
			),
		)
		.orderBy(asc(cohorts.name), asc(cohorts.id), asc(sessions.planNumber))
		.all()
		.flatMap(({ day, ...meeting }): MeetingAhead[] => (day === null ? [] : [{ ...meeting, day }]));
}

export type TermToMove = ReturnType<typeof listTermsToMove>[number];

/** These cohorts with everything that moving their sessions needs; only those whose sessions the actor may move, by name. */
export function listTermsToMove(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	const ids = [...cohortIds];
	const found = db
		.select({
			id: cohorts.id,
			name: cohorts.name,
			side: cohorts.side,
			roomId: cohorts.roomId,
			programme: {
				slug: cohorts.programmeSlug,
				version: cohorts.programmeVersion,
				variant: cohorts.programmeVariant,
			},
			meets: MEETS_WHERE,
		})
		.from(cohorts)
		.where(and(inArray(cohorts.id, ids), mayMove(db, actor)))
		.orderBy(asc(cohorts.name), asc(cohorts.id))
		.all();
	const termOf = Map.groupBy(listTermSessions(db, ids), ({ cohortId }) => cohortId);
	const slots = db.select().from(meetingSlots).where(inArray(meetingSlots.cohortId, ids)).all();
	const weeks = db.select().from(skippedWeeks).where(inArray(skippedWeeks.cohortId, ids)).all();
	const team = db.select().from(teamMembers).where(inArray(teamMembers.cohortId, ids)).all();
	const of = <Row extends { readonly cohortId: CohortId }>(rows: readonly Row[], id: CohortId) =>
		rows.filter(({ cohortId }) => cohortId === id);
	return found.map((cohort) => ({
		...cohort,
		sessions: termOf.get(cohort.id) ?? [],
		slots: of(slots, cohort.id).map(({ weekday, startTime }) => ({ weekday, startTime })),
		skippedWeeks: of(weeks, cohort.id).map(({ fromDay, toDay, label }) => ({ from: fromDay, to: toDay, label })),
		team: of(team, cohort.id).map(({ staffId }) => staffId),
	}));
}

/** Every session of these cohorts in plan order, with whether anything is recorded of it: a mark, an apology, a log. */
function listTermSessions(db: Db, cohortIds: CohortId[]) {
	const marked = db
		.select({ one: sql`1` })
		.from(registerRows)
		.where(and(eq(registerRows.sessionId, sessions.id), isNotNull(registerRows.mark)));
	const logged = db.select({ one: sql`1` }).from(deliveryLogs).where(eq(deliveryLogs.sessionId, sessions.id));
	return db
		.select({ session: sessions, hasRecord: sql<0 | 1>`${or(exists(marked), exists(logged))}` })
		.from(sessions)
		.where(inArray(sessions.cohortId, cohortIds))
		.orderBy(asc(sessions.planNumber))
		.all()
		.map(({ session, hasRecord }) => ({ ...toSession(session), hasRecord: hasRecord === 1 }));
}

function mayMove(db: Db, actor: Actor): SQL | undefined {
	return and(ne(cohorts.state, 'cancelled'), visibleCohorts(db, actor, 'write', 'session'));
}
