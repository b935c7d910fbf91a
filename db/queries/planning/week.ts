import { and, asc, between, eq, inArray, ne } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import { daysOf, type VenueDays } from '#app/domain/scheduling/venue-days.ts';
import { type CalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { areas, cohorts, enrolments, rooms, sessions, venueDays, venues } from '../../schema/index.ts';
import { listPeopleAtCatchUps } from '../catch-ups/people-at.ts';
import { listKeptApart } from '../families/kept-apart.ts';
import { listFacilitatorFacts } from '../team/facilitator-facts.ts';
import { visibleCohorts } from '../visible-cohorts.ts';
import { asOccupied, teamsOf } from './occupied-times.ts';

export type WeekCohort = ReturnType<typeof listWeek>['cohorts'][number];

/**
 * Every cohort that the actor may see with a session from one day to the other, drafts included, with what the rule on
 * clashes asks of it but for what its programme wants; and who is kept apart, for who may know of families. Each session has
 * the team that delivers it, and a cohort the names of all of them. The days before and after come along, because a session
 * may run past midnight. A constant number of reads.
 */
export function listWeek(db: Db, actor: Actor, { from, to, seesFamilies }: Asked) {
	const found = selectSessions(db, actor, plusDays(from, -1), plusDays(to, 1));
	const ofCohort = Map.groupBy(found, ({ cohort }) => cohort.cohortId);
	const ids = [...ofCohort.keys()];
	const teams = teamsOf(db, ids);
	const names = new Map(ids.map((id) => [id, teams.names(id)]));
	const peopleAt = listPeopleAtCatchUps(
		db,
		found.map(({ session }) => session),
	);
	const factsFor = listFacilitatorFacts(
		db,
		ids.flatMap((id) => [...names.get(id)!.keys()]),
	);
	const members = Map.groupBy(listMembers(db, ids), ({ cohortId }) => cohortId);
	const days = Map.groupBy(db.select().from(venueDays).all(), ({ venueId }) => venueId);
	const list = [...ofCohort].map(([cohortId, rows]) => {
		const {
			programme,
			cohort: { state, ...cohort },
		} = rows[0]!;
		const ofVenue = Object.fromEntries((days.get(cohort.venueId!) ?? []).map(({ weekday, side }) => [weekday, side]));
		return {
			...cohort,
			programme,
			isDraft: state === 'draft',
			names: names.get(cohortId)!,
			team: teams.now(cohortId),
			facilitators: factsFor(programme.slug),
			people: (members.get(cohortId) ?? []).map(({ personId }) => personId),
			venueDays: daysOf(cohort.side, ofVenue as VenueDays),
			sessions: rows.map((row) => teams.at(asOccupied(row, peopleAt))),
		};
	});
	const people = list.flatMap((cohort) => cohort.people);
	return { cohorts: list, apart: listKeptApart(db, seesFamilies ? people : []) };
}

type Asked = {
	readonly from: CalendarDay;
	readonly to: CalendarDay;
	/** Who is kept apart is read only then. */
	readonly seesFamilies: boolean;
};

function selectSessions(db: Db, actor: Actor, from: CalendarDay, to: CalendarDay) {
	const { programmeSlug: slug, programmeVersion: version, programmeVariant: variant } = cohorts;
	return db
		.select({
			session: sessions,
			personId: enrolments.personId,
			programme: { slug, version, variant },
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
