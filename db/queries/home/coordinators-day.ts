import { and, asc, eq, gt, inArray, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '#app/domain/access/actor.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { ENROLMENT_STATES } from '#app/domain/attrition/enrolment-states.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { cohorts, enrolments, sessionCovers, sessions } from '../../schema/index.ts';
import { isOfTerm } from '../sessions.ts';
import { visibleCohorts, visibleSessions } from '../visible-cohorts.ts';

/** The sessions to come for which cover was asked and nobody has accepted, as far as the actor arranges it, the next first. */
export function listCoverNeeded(db: Db, actor: Actor, now: Instant) {
	const other = alias(sessionCovers, 'other');
	const accepted = db
		.select({ one: sql`1` })
		.from(other)
		.where(
			and(
				eq(other.sessionId, sessionCovers.sessionId),
				eq(other.absentId, sessionCovers.absentId),
				eq(other.state, 'accepted'),
			),
		);
	return db
		.select({
			...{ sessionId: sessions.id, cohort: cohorts.name, planNumber: sessions.planNumber },
			...{ day: sessions.day, startTime: sessions.startTime },
			waits: sql<number>`max(${sessionCovers.state} is 'asked')`,
		})
		.from(sessionCovers)
		.innerJoin(sessions, eq(sessions.id, sessionCovers.sessionId))
		.innerJoin(cohorts, eq(cohorts.id, sessions.cohortId))
		.where(
			and(
				inArray(sessionCovers.state, ['asked', 'declined']),
				gt(sessions.startsAt, now),
				ne(sessions.state, 'cancelled'),
				notExists(accepted),
				visibleSessions(db, actor, 'write', 'cover'),
			),
		)
		.groupBy(sessions.id)
		.orderBy(asc(sessions.startsAt), asc(sessions.id))
		.all();
}

/** The cohorts at work to which the actor may add people, with the places taken and the first plan that is still to come. */
export function listPlaces(db: Db, actor: Actor) {
	const active = ENROLMENT_STATES.filter(isActive);
	const taken = db
		.select({ taken: sql`count(*)` })
		.from(enrolments)
		.where(and(eq(enrolments.cohortId, cohorts.id), inArray(enrolments.state, active)));
	const next = db
		.select({ plan: sql`min(${sessions.planNumber})` })
		.from(sessions)
		.where(and(eq(sessions.cohortId, cohorts.id), eq(sessions.state, 'scheduled'), isOfTerm()));
	return db
		.select({
			...{ id: cohorts.id, name: cohorts.name, places: cohorts.places },
			...{ slug: cohorts.programmeSlug, version: cohorts.programmeVersion, variant: cohorts.programmeVariant },
			taken: sql<number>`${taken}`,
			nextPlan: sql<number | null>`${next}`,
		})
		.from(cohorts)
		.where(and(inArray(cohorts.state, ['recruiting', 'running']), visibleCohorts(db, actor, 'write', 'person')))
		.orderBy(asc(cohorts.name), asc(cohorts.id))
		.all();
}
