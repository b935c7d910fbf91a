import { and, asc, count, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { MARK_MEANINGS, MARKS } from '#app/domain/attendance/marks.ts';
import type { CohortState } from '#app/domain/cohorts/cohort.ts';
import type { AreaId, CohortId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { areas, cohorts, enrolments, meetingSlots, registerRows, sessions, venues } from '../schema/index.ts';
import { wasAPlace } from './retention/was-a-place.ts';
import { isOfTerm } from './sessions.ts';
import { visibleCohorts } from './visible-cohorts.ts';

export type CohortFilter = { readonly state: CohortState | null; readonly areaId: AreaId | null };

/** How many cohorts the actor may read in each area and state; what is not there has none. */
export function countCohorts(db: Db, actor: Actor) {
	return db
		.select({ areaId: areas.id, area: areas.name, state: cohorts.state, cohorts: count() })
		.from(cohorts)
		.innerJoin(areas, eq(areas.id, cohorts.areaId))
		.where(visibleCohorts(db, actor, 'read', 'cohort'))
		.groupBy(areas.id, cohorts.state)
		.orderBy(asc(areas.name))
		.all();
}

/** One page of the cohorts that the actor may read, those that run first, then by name. */
export function listCohortPage(db: Db, actor: Actor, filter: CohortFilter, page: { offset: number; limit: number }) {
	return db
		.select({
			id: cohorts.id,
			name: cohorts.name,
			programmeSlug: cohorts.programmeSlug,
			programmeVersion: cohorts.programmeVersion,
			programmeVariant: cohorts.programmeVariant,
			area: areas.name,
			venue: venues.name,
			state: cohorts.state,
			places: cohorts.places,
		})
		.from(cohorts)
		.innerJoin(areas, eq(areas.id, cohorts.areaId))
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.where(and(visibleCohorts(db, actor, 'read', 'cohort'), ...conditionsOf(filter)))
		.orderBy(runningFirst, asc(cohorts.name), asc(cohorts.id))
		.limit(page.limit)
		.offset(page.offset)
		.all();
}

const runningFirst = sql`case ${cohorts.state} when 'running' then 0 when 'draft' then 1 when 'recruiting' then 2 when 'finished' then 3 else 4 end`;

function conditionsOf({ state, areaId }: CohortFilter): SQL[] {
	return [state && eq(cohorts.state, state), areaId && eq(cohorts.areaId, areaId)].filter(
		(condition) => condition !== null,
	);
}

/** The meeting patterns of these cohorts; only of cohorts that the actor may read. */
export function listSlots(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	return db
		.select({ cohortId: meetingSlots.cohortId, weekday: meetingSlots.weekday, startTime: meetingSlots.startTime })
		.from(meetingSlots)
		.innerJoin(cohorts, eq(cohorts.id, meetingSlots.cohortId))
		.where(and(inArray(cohorts.id, [...cohortIds]), visibleCohorts(db, actor, 'read', 'cohort')))
		.all();
}

/** Each place in these cohorts, and whether its holder has attended at least once. */
export function listPlacesTaken(db: Db, actor: Actor, cohortIds: readonly CohortId[]) {
	const attendedMarks = MARKS.filter((mark) => MARK_MEANINGS[mark].attended);
	const attended = db
		.select({ one: sql`1` })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.where(
			and(
				eq(registerRows.enrolmentId, enrolments.id),
				eq(registerRows.expected, true),
				eq(sessions.state, 'held'),
				isOfTerm(),
				inArray(registerRows.mark, attendedMarks),
			),
		);
	return db
		.select({ cohortId: enrolments.cohortId, state: enrolments.state, hasAttended: sql<0 | 1>`exists ${attended}` })
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(inArray(cohorts.id, [...cohortIds]), wasAPlace(), visibleCohorts(db, actor, 'read', 'cohort')))
		.all()
		.map((place) => ({ ...place, hasAttended: place.hasAttended === 1 }));
}

/** The rows that are not yet recorded of sessions of these cohorts that are over; whether that is overdue is a rule. */
export function listUnrecordedRows(db: Db, actor: Actor, cohortIds: readonly CohortId[], now: Instant) {
	return db
		.select({ sessionId: sessions.id, expected: registerRows.expected, mark: registerRows.mark })
		.from(registerRows)
		.innerJoin(sessions, eq(sessions.id, registerRows.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				inArray(cohorts.id, [...cohortIds]),
				lte(sessions.endsAt, now),
				isNull(registerRows.mark),
				visibleCohorts(db, actor, 'read', 'register'),
			),
		)
		.all();
}
