import { and, asc, eq, getTableColumns, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { Actor, StaffActor } from '#app/domain/access/actor.ts';
import { type Access, type AccessTarget, mayOnCohort } from '#app/domain/access/policy.ts';
import { standingSessions } from '#app/domain/scheduling/changes/term.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Db } from '../client.ts';
import { prepareFor } from '../prepared.ts';
import { cohorts, rooms, sessions, sessionTimes, venues } from '../schema/index.ts';
import { delivers } from './access/session-teams.ts';
import { isOfTerm, type SessionRow, toSession } from './sessions.ts';
import { isOnTeam, visibleSessions } from './visible-cohorts.ts';

export type SessionDay = NonNullable<ReturnType<typeof findSessionDay>>;

/**
 * What the pages of one session stand on: the session, its cohort, and how the actor stands to it. Null when the actor may
 * not do this to such a record of its cohort.
 */
export function findSessionDay(
	db: Db,
	actor: Actor,
	sessionId: SessionId,
	may: Access = 'read',
	record: AccessTarget = 'session',
) {
	const { query, values } = prepareFor(db, actor, `session day ${may} ${record}`, (standIn) =>
		selectSessionDay(db, standIn)
			.where(and(eq(sessions.id, sql.placeholder('sessionId')), visibleSessions(db, standIn, may, record)))
			.prepare(),
	);
	const found = query.get({ ...values, sessionId });
	if (!found) return null;
	const { cohort } = found;
	const self = actor.kind === 'staff' ? [actor.staffId] : [];
	const own = { areaId: cohort.areaId, side: cohort.side, teamStaffIds: [] };
	const isDelivering = found.delivers === 1;
	const facts = { ...own, teamStaffIds: found.onTeam === 1 ? self : [], deliveringIds: isDelivering ? self : [] };
	return {
		session: { ...toSession(found.session), changedAt: found.session.changedAt },
		cohort,
		/** On the team of this session: by the cohort's, unless somebody stands in for them, or by standing in. */
		delivers: isDelivering,
		/** May correct a register after the facilitators' days are over: by arranging the cohort, not by delivering it. */
		arranges: mayOnCohort(actor, 'write', 'register', own),
		may: (access: Access, what: AccessTarget) => mayOnCohort(actor, access, what, facts),
	};
}

/**
 * The sessions of the cohort that the actor may read in plan order, one for each plan: the one that stands, or the one that
 * was cancelled. All, or those that they observe; without individual sessions booked for somebody.
 */
export function listTerm(db: Db, actor: Actor, cohortId: CohortId): readonly SessionRow[] {
	const { query, values } = prepareFor(db, actor, 'term', (standIn) =>
		db
			.select(getTableColumns(sessions))
			.from(sessions)
			.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
			.where(
				and(
					eq(sessions.cohortId, sql.placeholder('cohortId')),
					isNull(sessions.enrolmentId),
					isOfTerm(),
					visibleSessions(db, standIn, 'read', 'session'),
				),
			)
			.orderBy(asc(sessions.planNumber), asc(sessions.startsAt))
			.prepare(),
	);
	return standingSessions(query.all({ ...values, cohortId }).map(toSession));
}

/**
 * All sessions of the cohort that the actor may read, in one query: its term as `listTerm` has it, and beside it those that
 * stand for some of its people only, which are booked individual ones and catch-ups.
 */
export function listTermAndBeside(db: Db, actor: Actor, cohortId: CohortId) {
	const { query, values } = prepareFor(db, actor, 'term and beside', (standIn) =>
		db
			.select(getTableColumns(sessions))
			.from(sessions)
			.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
			.where(and(eq(sessions.cohortId, sql.placeholder('cohortId')), visibleSessions(db, standIn, 'read', 'session')))
			.orderBy(asc(sessions.planNumber), asc(sessions.startsAt))
			.prepare(),
	);
	const all = query.all({ ...values, cohortId }).map(toSession);
	const isBeside = ({ kind, enrolmentId }: SessionRow) => enrolmentId !== null || kind === 'catch-up';
	return {
		term: standingSessions(all.filter((session) => !isBeside(session))),
		beside: all.filter((session) => isBeside(session) && session.state !== 'cancelled'),
	};
}

/** Every time that the moved sessions of a cohort ever had; nothing for a session that still stands where it was laid out. */
export function listKeptTimes(db: Db, actor: Actor, cohortId: CohortId) {
	const { query, values } = prepareFor(db, actor, 'kept times', (standIn) =>
		db
			.select({
				sessionId: sessions.id,
				timeVersion: sessionTimes.timeVersion,
				day: sessionTimes.day,
				startTime: sessionTimes.startTime,
				why: sessionTimes.why,
			})
			.from(sessionTimes)
			.innerJoin(sessions, eq(sessions.id, sessionTimes.sessionId))
			.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
			.where(
				and(
					eq(cohorts.id, sql.placeholder('cohortId')),
					gt(sessions.timeVersion, 1),
					isOfTerm(),
					visibleSessions(db, standIn, 'read', 'session'),
				),
			)
			.orderBy(asc(sessions.planNumber), asc(sessionTimes.timeVersion))
			.prepare(),
	);
	return query.all({ ...values, cohortId });
}

function selectSessionDay(db: Db, actor: Actor) {
	return db
		.select({
			session: sessions,
			cohort: {
				id: cohorts.id,
				name: cohorts.name,
				slug: cohorts.programmeSlug,
				version: cohorts.programmeVersion,
				variant: cohorts.programmeVariant,
				side: cohorts.side,
				areaId: cohorts.areaId,
				state: cohorts.state,
				venue: venues.name,
				room: rooms.name,
			},
			onTeam: ofActor(actor, (who) => isOnTeam(db, who)),
			delivers: ofActor(actor, (who) => delivers(db, who)),
		})
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.leftJoin(venues, eq(venues.id, cohorts.venueId))
		.leftJoin(rooms, eq(rooms.id, cohorts.roomId))
		.$dynamic();
}

function ofActor(actor: Actor, condition: (who: StaffActor) => SQL) {
	return actor.kind === 'operator' ? sql<number>`0` : sql<number>`${condition(actor)}`;
}
