import { and, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { OtherCohortPlan } from '#app/domain/scheduling/clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, PersonId } from '#app/domain/shared/ids.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, sessions, teamMembers, venues } from '../../schema/index.ts';
import { toSession } from '../sessions.ts';
import { visibleCohorts } from '../visible-cohorts.ts';

/** A cohort that may stand in the way. `name` is null when the actor may not read it: then nothing of it may be shown. */
export type OccupyingCohort = OtherCohortPlan & { readonly name: string | null };

type Wanted = {
	/** The days on which something is to be; nothing else is read, so that one move is quick among many sessions. */
	readonly days: readonly CalendarDay[];
	/** Cohorts to be told of whether or not they meet on one of the days. */
	readonly also?: readonly CohortId[];
	/** The cohort that is being moved: nothing stands in its own way. */
	readonly except?: CohortId | null;
};

/**
 * Every cohort with a session on one of these days, whoever may read it: a room is taken and a facilitator busy whether or
 * not the actor may know by whom. It is for the rule on clashes; what the actor may not read comes without its name. A
 * draft holds nothing.
 */
export function listOccupyingCohorts(
	db: Db,
	actor: Actor,
	{ days, also = [], except = null }: Wanted,
): readonly OccupyingCohort[] {
	const onTheseDays = and(inArray(sessions.day, [...days]), ne(sessions.state, 'cancelled'));
	const booked = db
		.select({ session: sessions, personId: enrolments.personId })
		.from(sessions)
		.leftJoin(enrolments, eq(enrolments.id, sessions.enrolmentId));
	const sessionsOf = Map.groupBy(booked.where(onTheseDays).all(), ({ session }) => session.cohortId);
	const ids = [...new Set([...sessionsOf.keys(), ...also])].filter((id) => id !== except);
	const found = selectCohorts(db, actor, ids);
	const teamOf = Map.groupBy(
		db.select().from(teamMembers).where(inArray(teamMembers.cohortId, ids)).all(),
		({ cohortId }) => cohortId,
	);
	return found.map(({ isVisible, name, ...cohort }) => ({
		...cohort,
		name: isVisible ? name : null,
		team: (teamOf.get(cohort.cohortId) ?? []).map(({ staffId }) => staffId),
		sessions: (sessionsOf.get(cohort.cohortId) ?? []).map(asOccupied),
	}));
}

/** At a session that is booked for one person nobody else of the cohort is expected. */
export function asOccupied({ session, personId }: Occupied) {
	return personId === null ? toSession(session) : { ...toSession(session), people: [personId] };
}

type Occupied = { readonly session: typeof sessions.$inferSelect; readonly personId: PersonId | null };

function selectCohorts(db: Db, actor: Actor, ids: readonly CohortId[]) {
	return db
		.select({
			cohortId: cohorts.id,
			name: cohorts.name,
			isVisible: sql<0 | 1>`${visibleCohorts(db, actor, 'read', 'cohort')}`,
			side: cohorts.side,
			venueId: cohorts.venueId,
			roomId: cohorts.roomId,
			onlineRoom: cohorts.onlineRoom,
			travelPoint: venues.travelPoint,
		})
		.from(cohorts)
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.where(and(inArray(cohorts.id, [...ids]), notInArray(cohorts.state, ['cancelled', 'draft'])))
		.orderBy(cohorts.id)
		.all();
}
