import { and, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { OtherCohortPlan } from '#app/domain/scheduling/clashes.ts';
import type { Session } from '#app/domain/scheduling/session.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { CohortId, PersonId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import { sessionTeam } from '#app/domain/team/session-team.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, sessions, venues } from '../../schema/index.ts';
import { listCatchUpStaff, listOpenCovers, listTimesOnTeams } from '../access/session-teams.ts';
import { listPeopleAtCatchUps } from '../catch-ups/people-at.ts';
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
	const rows = booked.where(onTheseDays).all();
	const sessionsOf = Map.groupBy(rows, ({ session }) => session.cohortId);
	const peopleAt = listPeopleAtCatchUps(
		db,
		rows.map(({ session }) => session),
	);
	const ids = [...new Set([...sessionsOf.keys(), ...also])].filter((id) => id !== except);
	const found = selectCohorts(db, actor, ids);
	const teams = teamsOf(db, ids);
	return found.map(({ isVisible, name, ...cohort }) => ({
		...cohort,
		name: isVisible ? name : null,
		team: teams.now(cohort.cohortId),
		sessions: (sessionsOf.get(cohort.cohortId) ?? []).map((one) => teams.at(asOccupied(one, peopleAt))),
	}));
}

/** The teams of these cohorts as they are now, and of a session of theirs where it is another: by a change, or by cover. */
export function teamsOf(db: Db, cohortIds: readonly CohortId[]) {
	const terms = Map.groupBy(listTimesOnTeams(db, cohortIds), ({ cohortId }) => cohortId);
	const covers = Map.groupBy(listOpenCovers(db, { cohortIds }), ({ cohortId }) => cohortId);
	const named = listCatchUpStaff(db, { cohortIds });
	const isConstant = (id: CohortId) =>
		!covers.has(id) && (terms.get(id) ?? []).every(({ joinedAt, leftAt }) => joinedAt === null && leftAt === null);
	return {
		/** Whoever is or was on the team, and whoever stands in or is asked to, each once, with their names. */
		names: (id: CohortId): ReadonlyMap<StaffId, string> => {
			const standIn = (covers.get(id) ?? []).map(({ coveringId, covering }) => [coveringId, covering] as const);
			return new Map([...(terms.get(id) ?? []).map(({ staffId, name }) => [staffId, name] as const), ...standIn]);
		},
		now: (id: CohortId) => (terms.get(id) ?? []).flatMap(({ staffId, leftAt }) => (leftAt === null ? [staffId] : [])),
		at: <Own extends Pick<Session, 'id' | 'cohortId' | 'time'>>(session: Own): Own & { team?: readonly StaffId[] } => {
			const id = session.cohortId;
			const own = named.get(session.id) ?? null;
			if (own === null && isConstant(id)) return session;
			const there = sessionTeam(session, terms.get(id) ?? [], covers.get(id) ?? [], own);
			return { ...session, team: there.map(({ staffId }) => staffId) };
		},
	};
}

/** At a session that is booked for one person, and at a catch-up, nobody else of the cohort is expected. */
export function asOccupied({ session, personId }: Occupied, peopleAt: ReadonlyMap<SessionId, readonly PersonId[]>) {
	const people = personId === null ? peopleAt.get(session.id) : [personId];
	return people ? { ...toSession(session), people } : toSession(session);
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
