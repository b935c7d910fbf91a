import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { areas, cohorts, meetingSlots, rooms, skippedWeeks, staff, teamMembers, venues } from '../schema/index.ts';
import { visibleCohorts } from './visible-cohorts.ts';

const columns = {
	id: cohorts.id,
	name: cohorts.name,
	programmeSlug: cohorts.programmeSlug,
	programmeVersion: cohorts.programmeVersion,
	programmeVariant: cohorts.programmeVariant,
	side: cohorts.side,
	areaId: cohorts.areaId,
	area: areas.name,
	nation: cohorts.nation,
	venueId: cohorts.venueId,
	venue: venues.name,
	roomId: cohorts.roomId,
	room: rooms.name,
	onlineRoom: cohorts.onlineRoom,
	earliestStart: cohorts.earliestStart,
	runsOnBankHoliday: cohorts.runsOnBankHoliday,
	skipsSchoolHolidays: cohorts.skipsSchoolHolidays,
	places: cohorts.places,
	state: cohorts.state,
	importId: cohorts.importId,
	version: cohorts.version,
};

export type CohortRow = NonNullable<ReturnType<typeof findCohort>>;

/** The cohort, if the actor may read it; null otherwise, as if there were none. */
export function findCohort(db: Db, actor: Actor, cohortId: CohortId) {
	return (
		selectCohorts(db)
			.where(and(eq(cohorts.id, cohortId), visibleCohorts(db, actor, 'read', 'cohort')))
			.get() ?? null
	);
}

/** Every cohort that the actor may read, by name. */
export function listCohorts(db: Db, actor: Actor): CohortRow[] {
	return selectCohorts(db)
		.where(visibleCohorts(db, actor, 'read', 'cohort'))
		.orderBy(asc(cohorts.name), asc(cohorts.id))
		.all();
}

/** The teams of these cohorts, lead facilitator first; ask for cohorts that the actor may read. */
export function listTeams(db: Db, cohortIds: readonly CohortId[]) {
	return db
		.select({
			cohortId: teamMembers.cohortId,
			staffId: staff.id,
			name: staff.name,
			duty: teamMembers.duty,
			endedAt: teamMembers.endedAt,
		})
		.from(teamMembers)
		.innerJoin(staff, eq(staff.id, teamMembers.staffId))
		.where(inArray(teamMembers.cohortId, [...cohortIds]))
		.orderBy(asc(teamMembers.cohortId), teamMembers.duty, asc(staff.name))
		.all()
		.toSorted((one, other) => Number(one.duty === 'co-facilitator') - Number(other.duty === 'co-facilitator'));
}

/** A cohort's meeting pattern and the weeks that it leaves out. */
export function findMeetingPattern(db: Db, cohortId: CohortId) {
	const slots = db
		.select({ weekday: meetingSlots.weekday, startTime: meetingSlots.startTime })
		.from(meetingSlots)
		.where(eq(meetingSlots.cohortId, cohortId))
		.all();
	const skipped = db
		.select({ from: skippedWeeks.fromDay, to: skippedWeeks.toDay, label: skippedWeeks.label })
		.from(skippedWeeks)
		.where(eq(skippedWeeks.cohortId, cohortId))
		.orderBy(asc(skippedWeeks.fromDay))
		.all();
	return { slots, skippedWeeks: skipped };
}

function selectCohorts(db: Db) {
	return db
		.select(columns)
		.from(cohorts)
		.innerJoin(areas, eq(areas.id, cohorts.areaId))
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.leftJoin(rooms, eq(rooms.id, cohorts.roomId));
}
