import { and, asc, eq, gt, gte, lte, ne, type SQL } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { DayOff, MeetsWhere } from '#app/domain/scheduling/day-off.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { cohorts, sessions } from '../../schema/index.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

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

function mayMove(db: Db, actor: Actor): SQL | undefined {
	return and(ne(cohorts.state, 'cancelled'), visibleCohorts(db, actor, 'write', 'session'));
}
