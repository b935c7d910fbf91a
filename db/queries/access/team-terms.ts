import { eq, sql } from 'drizzle-orm';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { Db } from '../../client.ts';
import { cohorts, formerTeamMembers, sessionCovers, sessions, teamMembers } from '../../schema/index.ts';

/** Of every cohort with a team: the day of its last session that has one, and how many of the team are on duty and not. */
export function listTeamTerms(db: Db) {
	const lastDay = sql<CalendarDay | null>`(select max(${sessions.day}) from ${sessions} where ${sessions.cohortId} = ${cohorts.id})`;
	return db
		.select({
			cohortId: cohorts.id,
			lastDay,
			onDuty: sql<number>`sum(${teamMembers.endedAt} is null)`,
			ended: sql<number>`sum(${teamMembers.endedAt} is not null)`,
		})
		.from(cohorts)
		.innerJoin(teamMembers, eq(teamMembers.cohortId, cohorts.id))
		.groupBy(cohorts.id)
		.all();
}

/**
 * Everything shorter than a team's duty that may end or go on: who stands in at a session, to its day, and who left a team,
 * to the day on which they did.
 */
export function listShorterDuties(db: Db) {
	const covers = db
		.select({ id: sessionCovers.id, lastDay: sessions.day, endedAt: sessionCovers.endedAt })
		.from(sessionCovers)
		.innerJoin(sessions, eq(sessions.id, sessionCovers.sessionId))
		.where(eq(sessionCovers.state, 'accepted'))
		.all();
	return { covers, former: db.select().from(formerTeamMembers).all() };
}
