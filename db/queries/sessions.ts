import { and, asc, eq, gt, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Access, AccessTarget } from '#app/domain/access/policy.ts';
import { standingSessions } from '#app/domain/scheduling/changes/term.ts';
import type { Session, SessionTime } from '#app/domain/scheduling/session.ts';
import type { CohortId, SessionId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../client.ts';
import { cohorts, sessions } from '../schema/index.ts';
import { visibleCohorts, visibleSessions } from './visible-cohorts.ts';

/**
 * The condition that leaves catch-ups out: they are sessions with a register of their own, and no part of the term, of
 * attendance, of the dose or of the curve (§5.8). Every query that counts or lists what the cohort as a whole meets for
 * carries it; a test says which do without (decision 0017).
 */
export function isOfTerm({ kind }: Pick<typeof sessions, 'kind'> = sessions): SQL {
	return ne(kind, 'catch-up');
}

export type SessionRow = Session & { readonly lengthMinutes: number; readonly version: number };

/** The session, if the actor may read (or, when asked so, write) that record of its cohort; null otherwise. */
export function findSession(
	db: Db,
	actor: Actor,
	sessionId: SessionId,
	may: Access = 'read',
	record: AccessTarget = 'session',
): SessionRow | null {
	const found = db
		.select({ session: sessions })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(eq(sessions.id, sessionId), visibleSessions(db, actor, may, record)))
		.get();
	return found ? toSession(found.session) : null;
}

/**
 * The sessions of these cohorts in plan order, one for each plan: the one that stands, or the one that was cancelled.
 * Without individual sessions booked for somebody. Only of cohorts that the actor may read.
 */
export function listSessions(db: Db, actor: Actor, cohortIds: readonly CohortId[]): SessionRow[] {
	const found = db
		.select({ session: sessions })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				inArray(sessions.cohortId, [...cohortIds]),
				isNull(sessions.enrolmentId),
				isOfTerm(),
				visibleCohorts(db, actor, 'read', 'cohort'),
			),
		)
		.orderBy(asc(sessions.cohortId), asc(sessions.planNumber), asc(sessions.startsAt))
		.all()
		.map(({ session }) => toSession(session));
	return [...Map.groupBy(found, ({ cohortId }) => cohortId).values()].flatMap(standingSessions);
}

/** The cohorts of which some session has not ended; only those that the actor may read. */
export function listCohortsWithSessionsAhead(db: Db, actor: Actor, now: Instant): ReadonlySet<CohortId> {
	const found = db
		.selectDistinct({ cohortId: sessions.cohortId })
		.from(sessions)
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(and(gt(sessions.endsAt, now), visibleCohorts(db, actor, 'read', 'cohort')))
		.all();
	return new Set(found.map(({ cohortId }) => cohortId));
}

/** A row of the table as the domain speaks of it. */
export function toSession(row: typeof sessions.$inferSelect): SessionRow {
	const { id, cohortId, planNumber, kind, enrolmentId, state, stateReason } = row;
	const { timeVersion, sequence, lengthMinutes, version } = row;
	return {
		id,
		cohortId,
		planNumber,
		kind,
		enrolmentId,
		state,
		stateReason,
		time: timeOf(row),
		timeVersion,
		sequence,
		lengthMinutes,
		version,
	};
}

function timeOf({ day, startTime, lengthMinutes, startsAt, endsAt }: typeof sessions.$inferSelect): SessionTime | null {
	if (day === null || startTime === null || startsAt === null || endsAt === null) return null;
	return { day, startTime, lengthMinutes, startsAt, endsAt };
}
