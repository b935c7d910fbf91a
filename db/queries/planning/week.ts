import { and, asc, between, eq, inArray, ne } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import { daysOf, type VenueDays } from '#app/domain/scheduling/venue-days.ts';
import { type CalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { areas, cohorts, enrolments, rooms, sessions, venueDays, venues } from '../../schema/index.ts';
import { listPeopleAtCatchUps } from '../catch-ups/people-at.ts';
import { listTeams } from '../cohorts.ts';
import { listKeptApart } from '../families/kept-apart.ts';
import { visibleCohorts } from '../visible-cohorts.ts';
import { asOccupied, teamsOf } from './occupied-times.ts';

export type WeekCohort = ReturnType<typeof listWeek>['cohorts'][number];

/**
 * Every cohort that the actor may see with a session from one day to the other, drafts included, with what the rule on
 * clashes asks of it; and who is kept apart, for who may know of families. The days before and after come along, because a
 * session may run past midnight. A constant number of reads.
 */
export function listWeek(db: Db, actor: Actor, from: CalendarDay, to: CalendarDay) {
	const found = selectSessions(db, actor, plusDays(from, -1), plusDays(to, 1));
	const ofCohort = Map.groupBy(found, ({ cohort }) => cohort.cohortId);
	const ids = [...ofCohort.keys()];
	const teams = Map.groupBy(listTeams(db, ids), ({ cohortId }) => cohortId);
	const delivered = teamsOf(db, ids);
	const peopleAt = listPeopleAtCatchUps(
		db,
		found.map(({ session }) => session),
	);
	const members = Map.groupBy(listMembers(db, ids), ({ cohortId }) => cohortId);
	const days = Map.groupBy(db.select().from(venueDays).all(), ({ venueId }) => venueId);
	const list = [...ofCohort].map(([cohortId, rows]) => {
		const { state, ...cohort } = rows[0]!.cohort;
		const staff = (teams.get(cohortId) ?? []).map(({ staffId, name }) => ({ staffId, name }));
		const ofVenue = Object.fromEntries((days.get(cohort.venueId!) ?? []).map(({ weekday, side }) => [weekday, side]));
		return {
			...cohort,
			isDraft: state === 'draft',
			staff,
			team: staff.map(({ staffId }) => staffId),
			people: (members.get(cohortId) ?? []).map(({ personId }) => personId),
			venueDays: daysOf(cohort.side, ofVenue as VenueDays),
			sessions: rows.map((row) => delivered.at(asOccupied(row, peopleAt))),
		};
	});
	const seesFamilies = mayAtAll(actor, 'read', 'family') && mayAtAll(actor, 'read', 'non-association');
	const people = list.flatMap((cohort) => cohort.people);
	return { cohorts: list, seesFamilies, apart: listKeptApart(db, seesFamilies ? people : []) };
}

function selectSessions(db: Db, actor: Actor, from: CalendarDay, to: CalendarDay) {
	return db
		.select({
			session: sessions,
			personId: enrolments.personId,
			cohort: {
				cohortId: cohorts.id,
				name: cohorts.name,
				state: cohorts.state,
				side: cohorts.side,
				areaId: cohorts.areaId,
				area: areas.name,
				venueId: cohorts.venueId,
				venue: venues.name,
				travelPoint: venues.travelPoint,
				roomId: cohorts.roomId,
				room: rooms.name,
				onlineRoom: cohorts.onlineRoom,
			},
		})
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.innerJoin(areas, eq(areas.id, cohorts.areaId))
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.leftJoin(rooms, eq(rooms.id, cohorts.roomId))
		.leftJoin(enrolments, eq(enrolments.id, sessions.enrolmentId))
		.where(
			and(
				between(sessions.day, from, to),
				ne(sessions.state, 'cancelled'),
				ne(cohorts.state, 'cancelled'),
				visibleCohorts(db, actor, 'read', 'cohort'),
			),
		)
		.orderBy(asc(sessions.startsAt), asc(cohorts.name), asc(sessions.id))
		.all();
}

function listMembers(db: Db, ids: readonly CohortId[]) {
	return db
		.select({ cohortId: enrolments.cohortId, personId: enrolments.personId })
		.from(enrolments)
		.where(and(inArray(enrolments.cohortId, [...ids]), inArray(enrolments.state, ENROLMENT_STATES.filter(isActive))))
		.all();
}
